/// What is kept about a member, `footfall.member/1`.
struct MemberExport: Encodable {
  let schema = "footfall.member/1"
  let record: MemberRecord
  let entries: [LedgerEntry]
  let template: [Float]?

  private enum CodingKeys: String, CodingKey {
    case schema, record, entries, template
  }

  init(_ record: MemberRecord, entries: [LedgerEntry], template: [Float]?) {
    (self.record, self.entries, self.template) = (record, entries, template)
  }
}
