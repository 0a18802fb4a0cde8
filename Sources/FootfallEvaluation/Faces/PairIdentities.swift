/// Who is who in a list of pairs: pictures that are the same person as a third are the same person.
struct PairIdentities {
  /// For each pair the persons in it, numbered from 0.
  let ofPairs: [(first: Int, second: Int)]
  /// How many persons there are.
  let count: Int

  /// - Complexity: O(n log n) for n pairs (union by path halving: Tarjan, JACM 22, 1975).
  init(of pairs: [FacePair]) {
    var numbers: [String: Int] = [:]
    var parents: [Int] = []
    func number(_ path: String) -> Int {
      if let known = numbers[path] { return known }
      numbers[path] = parents.count
      parents.append(parents.count)
      return parents.count - 1
    }
    func root(_ member: Int) -> Int {
      var member = member
      while parents[member] != member {
        parents[member] = parents[parents[member]]
        member = parents[member]
      }
      return member
    }
    let pictures = pairs.map { (first: number($0.first), second: number($0.second)) }
    for (pair, picture) in zip(pairs, pictures) where pair.isSame {
      parents[root(picture.first)] = root(picture.second)
    }
    var persons: [Int: Int] = [:]
    func person(_ picture: Int) -> Int {
      let root = root(picture)
      if let known = persons[root] { return known }
      persons[root] = persons.count
      return persons.count - 1
    }
    ofPairs = pictures.map { (first: person($0.first), second: person($0.second)) }
    count = persons.count
  }
}
