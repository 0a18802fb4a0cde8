internal import FootfallAnalytics
internal import FootfallCore

/// The floor plan of all cameras together.
struct StoreFloorSection {
  let report: AnalysisReport
  let image: [UInt8]?

  var markup: Markup {
    guard let plan = report.storePlan else { return "" }
    return """
      <section class="camera" aria-labelledby="store-floor"><h2 id="store-floor">The whole floor</h2>\(note)
      <article class="card heat"><h3>Where people spent their time, all cameras together</h3>\(picture)
      <p class="sub">Where several cameras see the same floor, the one that shows it largest counts.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Cameras of the floor plan"><table><thead><tr>\
      <th scope="col">Camera</th><th scope="col" class="n">Floor</th><th scope="col" class="n">Time there</th>\
      <th scope="col" class="n">Time seen on floor of others</th></tr></thead>\
      <tbody>\(plan.cameras.map(row))</tbody></table></div></article></section>

      """
  }

  private var picture: Markup {
    guard let image else { return "" }
    return """

      <img src="\(EmbeddedPicture.address(png: image))" alt="Floor plan of the time spent in view of all cameras">
      """
  }

  private func row(_ camera: StorePlan.Camera) -> Markup {
    let area = Double(camera.squares) * FloorCells.sideMetres * FloorCells.sideMetres
    return """
      <tr><th scope="row">\(camera.id)</th><td class="n">\(Wording.fixed(area, decimals: 0)) m²</td>\
      <td class="n">\(Wording.duration(seconds: camera.personSeconds))</td>\
      <td class="n">\(Wording.duration(seconds: camera.personSecondsOfOthers))</td></tr>
      """
  }

  /// Time adds up over cameras only where all of them were running for as long.
  private var note: Markup {
    let seen = report.cameras.filter { $0.result.floor != nil }.map { $0.info.end.seconds * $0.info.coverage }
    guard let shortest = seen.min(), let longest = seen.max(), shortest < 0.99 * longest else { return "" }
    return """

      <p class="note"><b>The cameras did not see for equally long</b>: \(Wording.duration(seconds: shortest)) to \
      \(Wording.duration(seconds: longest)). Colours of different cameras’ floor cannot be compared.</p>
      """
  }
}
