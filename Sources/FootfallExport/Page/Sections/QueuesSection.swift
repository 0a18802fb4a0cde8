internal import FootfallAnalytics

/// A table of all queues: how long they were, how long people waited, who gave up, how long serving took.
struct QueuesSection {
  let camera: CameraSection

  var markup: Markup {
    let queues = camera.result.queues
    guard let first = queues.first else { return "" }
    return """
      <article class="card"><h3>Queues</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Queues"><table><thead><tr>\
      <th scope="col">Queue</th><th scope="col" class="n">Average length</th><th scope="col" class="n">Longest</th>\
      \(shareHeads(first))<th scope="col" class="n">Served</th><th scope="col" class="n">Typical wait</th>\
      <th scope="col" class="n">9 of 10 wait under</th><th scope="col" class="n">Gave up</th>\
      <th scope="col" class="n">Typical service</th></tr></thead>\
      <tbody>\(queues.map(row))</tbody></table></div>\(footnote(first))</article>
      """
  }

  private func shareHeads(_ queue: QueueResult) -> Markup {
    [
      people(0, below: queue.middlePeople), people(queue.middlePeople, below: queue.longPeople),
      "\(Wording.count(queue.longPeople)) or more",
    ].map { "<th scope=\"col\" class=\"n\">Time with \($0)</th>" as Markup }.joined()
  }

  private func people(_ least: Int, below limit: Int) -> String {
    least + 1 >= limit ? Wording.count(least) : "\(Wording.count(least)) to \(Wording.count(limit - 1))"
  }

  private func row(_ queue: QueueResult) -> Markup {
    let length = queue.length
    let shares = [length?.low, length?.middle, length?.high].map { share -> Markup in
      "<td class=\"n\">\(share.map { Wording.percent($0) } ?? "–")</td>"
    }
    let abandonment = queue.abandonment
    let served = abandonment.denominator - abandonment.numerator
    return """
      <tr><th scope="row">\(queue.id)</th><td class="n">\(length.map { Wording.mean($0.mean) } ?? "–")</td>\
      <td class="n">\(length.map { Wording.count($0.max) } ?? "–")</td>\(shares)\
      <td class="n">\(Wording.count(served))</td>\
      <td class="n">\(IntervalText.seconds(queue.waits.quantile(0.5)))\
      \(IntervalText.seconds(queue.waits.medianInterval))</td>\
      <td class="n">\(IntervalText.seconds(queue.waits.quantile(0.9)))</td>\
      <td class="n">\(IntervalText.rate(abandonment, note: ""))\(undecided(abandonment))</td>\
      <td class="n">\(IntervalText.seconds(queue.services.quantile(0.5)))\
      \(IntervalText.seconds(queue.services.medianInterval))</td></tr>
      """
  }

  private func undecided(_ proportion: Proportion) -> Markup {
    guard proportion.undecided > 0 else { return "" }
    return "<span class=\"cut\">\(Wording.count(proportion.undecided)) not known</span>"
  }

  private func footnote(_ queue: QueueResult) -> Markup {
    """
    <p class="sub"><b>Wait</b>: from stepping into the queue to stepping up to the counter. <b>Gave up</b>: left and was \
    not at a counter within \(Wording.duration(seconds: queue.patienceSeconds)), of those whose way was seen. Waits \
    and service that were not seen to the end count as at least as long as was seen (Kaplan and Meier’s estimate).</p>
    """
  }
}
