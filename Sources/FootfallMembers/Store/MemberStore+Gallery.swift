extension MemberStore {
  /// The templates of all members whose consent holds.
  /// - Parameters:
  ///   - model: that they must come from.
  ///   - isEnrolling: whether those of another model are left out.
  /// - Throws: ``MembersError`` of kind `badData` where one comes from another model, naming the command that enrols again.
  func gallery(model: String, isEnrolling: Bool) throws(MembersError) -> Gallery {
    let gallery = Gallery()
    gallery.reserve(templates.members.count)
    for member in templates.members {
      guard let key = keys.key(of: member), let reading = templates.reading(of: member, model: model, by: key)
      else { continue }
      switch reading {
      case .template(let embedding): gallery.add(member, embedding)
      case .otherModel where isEnrolling: continue
      case .otherModel:
        throw MembersError(
          .badData,
          "member \(member): the template is another model's; this one is \(model); enrol again with "
            + "footfall members enroll --id \(member)")
      case .unreadable: continue
      }
    }
    return gallery
  }
}
