internal import FootfallAnalytics
internal import FootfallCore

/// The floor plan of one camera, how people walked on it, and how well it fits.
struct FloorSection {
  let camera: CameraSection
  let image: [UInt8]?

  var markup: Markup {
    guard let floor = camera.result.floor else { return "" }
    return """
      <article class="card heat"><h3>On the floor plan</h3>\(picture)
      <p class="sub">Time that people spent on each square metre, seen from above. Hatched floor is not seen, or seen too \
      small or in part: what happened there is not known. \(elsewhere(floor))</p>
      \(walks(floor))
      <p class="sub">\(fit(floor.map))</p></article>
      """
  }

  private var picture: Markup {
    guard let image else { return "" }
    return """

      <img src="\(EmbeddedPicture.address(png: image))" alt="Floor plan of the time spent in view of camera \
      \(camera.info.camera)">
      """
  }

  private func elsewhere(_ floor: FloorResult) -> Markup {
    let (inside, outside) = (floor.heatmap.personSeconds.reduce(0, +), floor.heatmap.elsewhere)
    guard inside + outside > 0 else { return "" }
    return """
      \(Wording.duration(seconds: inside)) of time in all are on the plan; \
      \(Wording.duration(seconds: outside)) were spent on floor that is not.
      """
  }

  private func walks(_ floor: FloorResult) -> Markup {
    guard let paths = floor.paths, let speeds = floor.speeds else { return "" }
    func row(_ name: String, _ summary: SampleSummary, _ unit: String, decimals: Int) -> Markup {
      let cells = [summary.median, summary.mean, summary.p90].map { value -> Markup in
        "<td class=\"n\">\(Wording.fixed(value, decimals: decimals)) \(unit)</td>"
      }
      return "<tr><th scope=\"row\">\(name)</th>\(cells)</tr>"
    }
    let walkers = Wording.count(
      floor.walks.count { $0.walking > .zero }, "person who walked", "people who walked")
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Ways and speeds"><table><thead><tr>\
      <th scope="col">\(walkers)</th><th scope="col" class="n">Half of them</th>\
      <th scope="col" class="n">On average</th><th scope="col" class="n">9 of 10</th></tr></thead>\
      <tbody>\(row("Way in view, up to", paths, "m", decimals: 1))\
      \(row("Speed while walking, up to", speeds, "m/s", decimals: 2))</tbody></table></div>
      """
  }

  private func fit(_ map: FloorMap) -> Markup {
    let count = map.correspondences.count
    guard count > 4 else {
      return
        "The map to the floor rests on four points, which always fit; a fifth would tell how exact it is."
    }
    let worst = Wording.fixed(map.errorsMetres.max() ?? 0, decimals: 2)
    return """
      The map to the floor misses the \(Wording.count(count)) points that were measured by \
      \(Wording.fixed(map.rmsMetres, decimals: 2)) m (root mean square), \(worst) m at most.
      """
  }
}
