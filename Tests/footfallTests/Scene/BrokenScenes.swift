extension BrokenScene {
  static let all = syntax + topLevel + thresholds + lines + zones + floorAndScenes + sinks

  static let syntax = [
    BrokenScene(
      "an empty file", "",
      "scene.yaml:1:1: the file is empty; expected a mapping with the key 'version'"),
    BrokenScene(
      "only a comment", "# nothing yet\n",
      "scene.yaml:1:1: the file is empty; expected a mapping with the key 'version'"),
    BrokenScene(
      "a list at the top", "- version: 1\n",
      "scene.yaml:1:1: the file is a list; expected a mapping (key: value)"),
    BrokenScene(
      "text at the top", "hello\n",
      "scene.yaml:1:1: the file is 'hello'; expected a mapping (key: value)"),
    BrokenScene(
      "an open bracket", "version: 1\ncameras: [\n",
      "scene.yaml:3:1: not valid YAML: did not find expected node content (while parsing a flow node from line 3)"
    ),
    BrokenScene(
      "a tab as indentation", "version: 1\ncameras:\n\t- id: door\n",
      "scene.yaml:3:1: not valid YAML: found character that cannot start any token (while scanning for the next token from line 3)"
    ),
    BrokenScene(
      "a colon inside plain text", "version: 1\nstore: a: b\n",
      "scene.yaml:2:9: not valid YAML: mapping values are not allowed in this context"),
    BrokenScene(
      "an open quote", "version: 1\nstore: \"high\n",
      "scene.yaml:3:1: not valid YAML: found unexpected end of stream (while scanning a quoted scalar from line 2)"
    ),
    BrokenScene(
      "a second document", "version: 1\n---\nversion: 1\n",
      "scene.yaml:2:1: not valid YAML: holds a second document; expected one"),
    BrokenScene(
      "a control character", "version: 1\nstore: a\u{1}b\n",
      "scene.yaml:2:9: not valid YAML: control characters are not allowed"),
    BrokenScene(
      "a key given twice", "version: 1\nstore: a\nstore: b\n",
      "scene.yaml:2:1: key 'store' is given more than once in this mapping"),
    BrokenScene(
      "an alias", "version: 1\nstore: &name shop\ntimezone: *name\n",
      "scene.yaml:3:11: an alias of YAML (*name) is not supported; write the value out instead"),
    BrokenScene(
      "an alias without its anchor", "version: 1\nstore: *name\n",
      "scene.yaml:2:8: not valid YAML: found undefined alias"),
    BrokenScene(
      "an alias of nested lists", "a: &a [x, x]\nb: &b [*a, *a]\n? *b\n: 1\n",
      "scene.yaml:2:8: an alias of YAML (*name) is not supported; write the value out instead"),
    BrokenScene(
      "a list as a key", "version: 1\n[a, b]: 1\n",
      "scene.yaml:2:1: a key of the file is a list; expected text"),
  ]

  static let topLevel = [
    BrokenScene(
      "no version", "timezone: UTC\n",
      "scene.yaml:1:1: the file has no key 'version'; expected version: 1"),
    BrokenScene(
      "a later version", "version: 2\nserver: {}\n",
      "scene.yaml:1:10: version is '2'; allowed: 1"),
    BrokenScene(
      "a version in quotes", "version: \"1\"\n",
      "scene.yaml:1:10: version is '1'; expected a number without quotes"),
    BrokenScene(
      "no time zone", "version: 1\ncameras: []\n",
      "scene.yaml:1:1: the file has no key 'timezone'; expected timezone: a name like Europe/London"),
    BrokenScene(
      "a misspelt time zone", "version: 1\ntimezone: Europe/Lodnon\n",
      "scene.yaml:2:11: timezone is 'Europe/Lodnon'; did you mean 'Europe/London'? allowed: a name of the tz database like Europe/London"
    ),
    BrokenScene(
      "a city alone as time zone", "version: 1\ntimezone: berlin\n",
      "scene.yaml:2:11: timezone is 'berlin'; did you mean 'Europe/Berlin'? allowed: a name of the tz database like Europe/London"
    ),
    BrokenScene(
      "an abbreviation as time zone", "version: 1\ntimezone: BST\n",
      "scene.yaml:2:11: timezone is 'BST'; allowed: a name of the tz database like Europe/London"),
    BrokenScene(
      "an offset as time zone", "version: 1\ntimezone: +01:00\n",
      "scene.yaml:2:11: timezone is '+01:00'; allowed: a name of the tz database like Europe/London"),
    BrokenScene(
      "an empty time zone", "version: 1\ntimezone:\n",
      "scene.yaml:2:10: timezone is nothing; expected text"),
    BrokenScene(
      "a list as time zone", "version: 1\ntimezone: [UTC]\n",
      "scene.yaml:2:11: timezone is a list; expected text"),
    BrokenScene(
      "an unknown key", top: "camera: []",
      "scene.yaml:3:1: unknown key 'camera'; did you mean 'cameras'? allowed: version, timezone, store, hours, units, thresholds, staffUniforms, secrets, sinks, alerts, cameras, floorPlan, scenes, server, retention, staffing, layoutReport, members"
    ),
    BrokenScene(
      "an unknown key far from all", top: "colour: red",
      "scene.yaml:3:1: unknown key 'colour'; allowed: version, timezone, store, hours, units, thresholds, staffUniforms, secrets, sinks, alerts, cameras, floorPlan, scenes, server, retention, staffing, layoutReport, members"
    ),
    BrokenScene(
      "hours without minutes", top: "hours: 9-20\ncameras: [{id: door}]",
      "scene.yaml:3:8: hours is '9-20'; allowed: a time like 09:00-17:30, or 18:00-02:00 past midnight, or closed"
    ),
    BrokenScene(
      "hours of a day that has 25", top: "hours: {monday: 09:00-25:00}\ncameras: [{id: door}]",
      "scene.yaml:3:17: monday is '09:00-25:00'; allowed: a time like 09:00-17:30, or 18:00-02:00 past midnight, or closed"
    ),
    BrokenScene(
      "hours that open at 24:00", top: "hours: {monday: 24:00-02:00}\ncameras: [{id: door}]",
      "scene.yaml:3:17: monday is '24:00-02:00'; allowed: a time like 09:00-17:30, or 18:00-02:00 past midnight, or closed"
    ),
    BrokenScene(
      "hours of a misspelt day", top: "hours: {wensday: 09:00-20:00}\ncameras: [{id: door}]",
      "scene.yaml:3:9: unknown key 'wensday'; did you mean 'wednesday'? allowed: monday, tuesday, wednesday, thursday, friday, saturday, sunday"
    ),
    BrokenScene(
      "hours of a store that never opens", top: "hours: {monday: closed}\ncameras: [{id: door}]",
      "scene.yaml:3:8: hours is closed all week; allowed: one day or more with a time like 09:00-17:30"
    ),
    BrokenScene(
      "hours as a list", top: "hours: [09:00-20:00]\ncameras: [{id: door}]",
      "scene.yaml:3:8: hours is a list; expected a mapping (key: value)"),
    BrokenScene(
      "no cameras", top: "store: shop",
      "scene.yaml:1:1: the file has no key 'cameras'; expected cameras: a list of cameras"),
    BrokenScene(
      "an empty list of cameras", top: "cameras: []",
      "scene.yaml:3:10: cameras is an empty list; expected at least one camera"),
    BrokenScene(
      "a mapping of cameras", top: "cameras: {door: 1}",
      "scene.yaml:3:10: cameras is a mapping; expected a list"),
    BrokenScene(
      "cameras without a value", top: "cameras:",
      "scene.yaml:3:9: cameras is nothing; expected a list"),
    BrokenScene(
      "text as camera", top: "cameras: [door]",
      "scene.yaml:3:11: camera is 'door'; expected a mapping (key: value)"),
    BrokenScene(
      "an unknown unit", top: "units: percent\ncameras: []",
      "scene.yaml:3:8: units is 'percent'; allowed: pixels, normalized"),
    BrokenScene(
      "a misspelt unit", top: "units: normalised\ncameras: []",
      "scene.yaml:3:8: units is 'normalised'; did you mean 'normalized'? allowed: pixels, normalized"),
    BrokenScene(
      "a store's id with a space", top: "store: High Street\ncameras: []",
      "scene.yaml:3:8: store is 'High Street'; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "an empty id", top: "cameras: [{id: \"\"}]",
      "scene.yaml:3:16: id is empty; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "an id of nothing", top: "cameras: [{id: }]",
      "scene.yaml:3:16: id is nothing; expected text"),
    BrokenScene(
      "an id with a dot in front", top: "cameras: [{id: .hidden}]",
      "scene.yaml:3:16: id is '.hidden'; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "an id with a slash", top: "cameras: [{id: a/b}]",
      "scene.yaml:3:16: id is 'a/b'; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "an id with an accent", top: "cameras: [{id: entrée}]",
      "scene.yaml:3:16: id is 'entrée'; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "an id of 65 letters",
      top: "cameras: [{id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}]",
      "scene.yaml:3:16: id has 65 letters; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "an id with a control character", top: "cameras: [{id: \"a\\u202Eb\"}]",
      "scene.yaml:3:16: id is 'a\\u{202E}b'; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
    BrokenScene(
      "a camera without id", top: "cameras: [{source: clip.mp4}]",
      "scene.yaml:3:11: camera has no key 'id'; expected id: a name"),
    BrokenScene(
      "two cameras with one id", top: "cameras:\n  - id: door\n  - id: till\n  - id: door",
      "scene.yaml:6:9: camera 'door' is given twice, first at line 4; each id once"),
    BrokenScene(
      "an address where an id belongs", top: "cameras: [{id: \"rtsp://user:secret@camera\"}]",
      "scene.yaml:3:16: id is 'rtsp://…'; allowed: 1 to 64 of A-Z a-z 0-9 - _ . and no dot in front"),
  ]

  static let thresholds = [
    BrokenScene(
      "an unknown threshold", top: "thresholds: {uturn: 5}\ncameras: [{id: door}]",
      "scene.yaml:3:14: unknown key 'uturn'; allowed: uturnSeconds, passerbySeconds, engagedDisplaySeconds, "
        + "engagedSectionSeconds, bounceSeconds, queuePatienceSeconds, staffZoneSeconds, queueMiddlePeople, queueLongPeople"
    ),
    BrokenScene(
      "a threshold of no time", top: "thresholds: {bounceSeconds: 0}\ncameras: [{id: door}]",
      "scene.yaml:3:29: bounceSeconds is '0'; allowed: more than 0, up to 86400"),
    BrokenScene(
      "half a person", top: "thresholds: {queueLongPeople: 4.5}\ncameras: [{id: door}]",
      "scene.yaml:3:31: queueLongPeople is '4.5'; allowed: whole numbers, 1 to 10000"),
    BrokenScene(
      "a long queue shorter than a middle one",
      top: "thresholds: {queueMiddlePeople: 4}\ncameras: [{id: door}]",
      "scene.yaml:3:13: queueLongPeople is 4; allowed: more than queueMiddlePeople, which is 4"),
    BrokenScene(
      "thresholds as a list", top: "thresholds: [5]\ncameras: [{id: door}]",
      "scene.yaml:3:13: thresholds is a list; expected a mapping (key: value)"),
  ]
}
