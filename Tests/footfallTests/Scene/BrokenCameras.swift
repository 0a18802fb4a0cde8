extension BrokenScene {
  static let lines = [
    BrokenScene(
      "a misspelt key of a camera", camera: "zone: []",
      "scene.yaml:5:5: unknown key 'zone'; did you mean 'zones'? allowed: id, source, units, lines, zones, floor"
    ),
    BrokenScene(
      "lines without a value", camera: "lines:",
      "scene.yaml:5:11: lines is nothing; expected a list"),
    BrokenScene(
      "an empty source", camera: "source: \"\"",
      "scene.yaml:5:13: source is empty or has a control character; expected a path, an address or a device"),
    BrokenScene(
      "a list as source", camera: "source: [a.mp4]",
      "scene.yaml:5:13: source is a list; expected text"),
    BrokenScene(
      "a misspelt key of a line", camera: "lines:\n      - {id: entrance, form: [1, 2], to: [3, 4]}",
      "scene.yaml:6:24: unknown key 'form'; did you mean 'from'? allowed: id, from, to, kind, swap"),
    BrokenScene(
      "a line without an end", camera: "lines:\n      - {id: entrance, from: [1, 2]}",
      "scene.yaml:6:9: line has no key 'to'; expected to: [x, y]"),
    BrokenScene(
      "a line without length", camera: "lines:\n      - {id: entrance, from: [420, 150], to: [420.0, 150]}",
      "scene.yaml:6:30: line 'entrance' has no length: from and to are both [420, 150]; expected two different points"
    ),
    BrokenScene(
      "a point of one number", camera: "lines:\n      - {id: entrance, from: [1], to: [3, 4]}",
      "scene.yaml:6:30: from has 1 value; expected 2: [x, y]"),
    BrokenScene(
      "a point of three numbers", camera: "lines:\n      - {id: entrance, from: [1, 2, 3], to: [3, 4]}",
      "scene.yaml:6:30: from has 3 values; expected 2: [x, y]"),
    BrokenScene(
      "a number as point", camera: "lines:\n      - {id: entrance, from: 7, to: [3, 4]}",
      "scene.yaml:6:30: from is '7'; expected [x, y]"),
    BrokenScene(
      "a mapping as point", camera: "lines:\n      - {id: entrance, from: {x: 1, y: 2}, to: [3, 4]}",
      "scene.yaml:6:30: from is a mapping; expected [x, y]"),
    BrokenScene(
      "text as coordinate", camera: "lines:\n      - {id: entrance, from: [left, 2], to: [3, 4]}",
      "scene.yaml:6:31: x of from is 'left'; expected a number"),
    BrokenScene(
      "a number in quotes", camera: "lines:\n      - {id: entrance, from: [\"1\", 2], to: [3, 4]}",
      "scene.yaml:6:31: x of from is '1'; expected a number without quotes"),
    BrokenScene(
      "a hexadecimal number", camera: "lines:\n      - {id: entrance, from: [0x10, 2], to: [3, 4]}",
      "scene.yaml:6:31: x of from is '0x10'; expected a number"),
    BrokenScene(
      "infinity", camera: "lines:\n      - {id: entrance, from: [.inf, 2], to: [3, 4]}",
      "scene.yaml:6:31: x of from is '.inf'; expected a finite number"),
    BrokenScene(
      "not a number", camera: "lines:\n      - {id: entrance, from: [1, .nan], to: [3, 4]}",
      "scene.yaml:6:34: y of from is '.nan'; expected a finite number"),
    BrokenScene(
      "a number beyond all numbers", camera: "lines:\n      - {id: entrance, from: [1e999, 2], to: [3, 4]}",
      "scene.yaml:6:31: x of from is '1e999'; allowed: -1000000 to 1000000"),
    BrokenScene(
      "a number beyond all pictures",
      camera: "lines:\n      - {id: entrance, from: [2000000, 2], to: [3, 4]}",
      "scene.yaml:6:31: x of from is '2000000'; allowed: -1000000 to 1000000"),
    BrokenScene(
      "an unknown kind of line",
      camera: "lines:\n      - {id: entrance, from: [1, 2], to: [3, 4], kind: door}",
      "scene.yaml:6:56: kind is 'door'; allowed: entrance, passersby, internal"),
    BrokenScene(
      "a misspelt kind of line",
      camera: "lines:\n      - {id: entrance, from: [1, 2], to: [3, 4], kind: Entrance}",
      "scene.yaml:6:56: kind is 'Entrance'; did you mean 'entrance'? allowed: entrance, passersby, internal"),
    BrokenScene(
      "a list as kind", camera: "lines:\n      - {id: entrance, from: [1, 2], to: [3, 4], kind: [entrance]}",
      "scene.yaml:6:56: kind is a list; allowed: entrance, passersby, internal"),
    BrokenScene(
      "a swap that is neither true nor false",
      camera: "lines:\n      - {id: entrance, from: [1, 2], to: [3, 4], swap: yes}",
      "scene.yaml:6:56: swap is 'yes'; allowed: true, false"),
    BrokenScene(
      "two lines with one id",
      camera: "lines:\n      - {id: a, from: [1, 2], to: [3, 4]}\n      - {id: a, from: [5, 2], to: [3, 4]}",
      "scene.yaml:7:14: line 'a' of camera 'door' is given twice, first at line 6; each id once"),
  ]

  static let zones = [
    BrokenScene(
      "two zones with one id",
      camera:
        "zones:\n      - {id: a, polygon: [[0, 0], [9, 0], [9, 9]]}\n      - {id: a, polygon: [[0, 0], [9, 0], [9, 9]]}",
      "scene.yaml:7:14: zone 'a' of camera 'door' is given twice, first at line 6; each id once"),
    BrokenScene(
      "a misspelt key of a zone", camera: "zones:\n      - {id: table, polygn: [[0, 0], [9, 0], [9, 9]]}",
      "scene.yaml:6:21: unknown key 'polygn'; did you mean 'polygon'? allowed: id, polygon, kind, engagedSeconds, staffSeconds, coversStore"
    ),
    BrokenScene(
      "an engaged time of nothing",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], engagedSeconds: 0}",
      "scene.yaml:6:72: engagedSeconds is '0'; allowed: more than 0, up to 86400"),
    BrokenScene(
      "an engaged time of days",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], engagedSeconds: 86401}",
      "scene.yaml:6:72: engagedSeconds is '86401'; allowed: more than 0, up to 86400"),
    BrokenScene(
      "an engaged time in words",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], engagedSeconds: 5s}",
      "scene.yaml:6:72: engagedSeconds is '5s'; expected a number"),
    BrokenScene(
      "a staff time of nothing",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], staffSeconds: 0}",
      "scene.yaml:6:70: staffSeconds is '0'; allowed: more than 0, up to 86400"),
    BrokenScene(
      "a store covered by a number",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], coversStore: 1}",
      "scene.yaml:6:69: coversStore is '1'; allowed: true, false"),
    BrokenScene(
      "an engaged time of a queue",
      camera:
        "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], kind: queue, engagedSeconds: 5}",
      "scene.yaml:6:85: zone 'table' of kind queue has engagedSeconds; allowed for: display, section"),
    BrokenScene(
      "a zone without polygon", camera: "zones:\n      - {id: table}",
      "scene.yaml:6:9: zone has no key 'polygon'; expected polygon: a list of corners [x, y]"),
    BrokenScene(
      "an unknown kind of zone",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 9]], kind: dispaly}",
      "scene.yaml:6:62: kind is 'dispaly'; did you mean 'display'? allowed: display, section, queue, service, staff"
    ),
    BrokenScene(
      "a polygon of two corners", camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0]]}",
      "scene.yaml:6:30: zone 'table' has 2 corners; allowed: 3 to 1000"),
    BrokenScene(
      "a polygon of no corners", camera: "zones:\n      - {id: table, polygon: []}",
      "scene.yaml:6:30: zone 'table' has 0 corners; allowed: 3 to 1000"),
    BrokenScene(
      "a polygon that crosses itself",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 9], [9, 0], [0, 9]]}",
      "scene.yaml:6:30: zone 'table' crosses itself: the edge between corners 1-2 meets the edge 3-4; expected corners in order around the area"
    ),
    BrokenScene(
      "a polygon on one line", camera: "zones:\n      - {id: table, polygon: [[0, 0], [5, 5], [9, 9]]}",
      "scene.yaml:6:30: zone 'table' has no area: its corners are on one line; expected corners around an area"
    ),
    BrokenScene(
      "a closed polygon of two corners",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [0, 0]]}",
      "scene.yaml:6:30: zone 'table' has no area: its corners are on one line; expected corners around an area"
    ),
    BrokenScene(
      "a corner given twice",
      camera: "zones:\n      - {id: table, polygon: [[0, 0], [9, 0], [9, 0], [9, 9]]}",
      "scene.yaml:6:47: zone 'table' has the corner [9, 0] twice in a row; expected each corner once"),
    BrokenScene(
      "a flat list of numbers", camera: "zones:\n      - {id: table, polygon: [0, 0, 9, 0, 9, 9]}",
      "scene.yaml:6:31: corner is '0'; expected [x, y]"),
    BrokenScene(
      "a normalized point far outside",
      camera: "units: normalized\n    lines:\n      - {id: a, from: [420, 150], to: [420, 450]}",
      "scene.yaml:7:23: line 'a' has the point [420, 150], which is more than one picture away from the picture; allowed: x from -1 to 2, y from -1 to 2; positions in pixels need 'units: pixels'"
    ),
    BrokenScene(
      "a normalized zone outside",
      camera: "units: normalized\n    zones:\n      - {id: a, polygon: [[1.1, 0], [1.5, 0], [1.5, 1]]}",
      "scene.yaml:7:27: zone 'a' is wholly outside the picture; expected a part of it at x from 0 to 1 and y from 0 to 1"
    ),
  ]

  private static let corners = "[[0, 0, 0, 0], [99, 0, 4, 0], [99, 99, 4, 3], [0, 99, 0, 3]]"

  static let floorAndScenes = [
    BrokenScene(
      "a floor that is a list", camera: "floor: [[0, 0, 0, 0]]",
      "scene.yaml:5:12: floor is a list; expected a mapping (key: value)"),
    BrokenScene(
      "a floor with three points", camera: "floor: {points: [[0, 0, 0, 0], [9, 0, 1, 0], [9, 9, 1, 1]]}",
      "scene.yaml:5:21: floor has 3 different points in the picture; allowed: 4 or more"),
    BrokenScene(
      "a floor with a repeated point",
      camera: "floor: {points: [[0, 0, 0, 0], [9, 0, 1, 0], [9, 9, 1, 1], [9, 9, 1, 1]]}",
      "scene.yaml:5:21: floor has 3 different points in the picture; allowed: 4 or more"),
    BrokenScene(
      "a floor with a point of three numbers",
      camera: "floor: {points: [[0, 0, 0], [9, 0, 1, 0], [9, 9, 1, 1], [0, 9, 0, 1]]}",
      "scene.yaml:5:22: point has 3 values; expected 4: [px, py, mx, my]"),
    BrokenScene(
      "a floor with three points on one line",
      camera: "floor: {points: [[0, 0, 0, 0], [100, 0, 1, 0], [200, 0, 2, 0], [0, 100, 0, 1]]}",
      "scene.yaml:5:21: floor can't be mapped: all points but one are on one line in the picture; expected four corners of an area, no three on one line"
    ),
    BrokenScene(
      "a floor on one line in metres",
      camera: "floor: {points: [[0, 0, 0, 0], [100, 0, 1, 1], [100, 100, 2, 2], [0, 100, 3, 3]]}",
      "scene.yaml:5:21: floor can't be mapped: all points but one are on one line in metres; expected four corners of an area, no three on one line"
    ),
    BrokenScene(
      "a floor with two points exchanged",
      camera: "floor: {points: [[10, 10, 0, 0], [100, 10, 1, 1], [100, 100, 1, 0], [10, 100, 0, 1]]}",
      "scene.yaml:5:21: floor can't be mapped: the points turn it inside out; expected each picture position [px, py] beside the floor position [mx, my] of the same point"
    ),
    BrokenScene(
      "an unknown key of a floor", camera: "floor: {point: []}",
      "scene.yaml:5:13: unknown key 'point'; did you mean 'points'? allowed: points, lens"),
    BrokenScene(
      "a lens with an unknown key", camera: "floor: {points: \(corners), lens: {k1: 0.1, k4: 0.2}}",
      "scene.yaml:5:99: unknown key 'k4'; did you mean 'k1'? allowed: k1, k2, k3, focal"),
    BrokenScene(
      "a lens without its first number", camera: "floor: {points: \(corners), lens: {k2: 0.1}}",
      "scene.yaml:5:89: lens has no key 'k1'; expected k1: a number"),
    BrokenScene(
      "a lens of no focal length", camera: "floor: {points: \(corners), lens: {k1: 0.1, focal: 0}}",
      "scene.yaml:5:106: focal is '0'; allowed: more than 0"),
    BrokenScene(
      "two floors of which one is a mirror image",
      camera:
        "floor: {points: \(corners)}\n  - id: till\n    floor: {points: [[0, 0, 0, 3], [99, 0, 4, 3], [99, 99, 4, 0], [0, 99, 0, 0]]}",
      "scene.yaml:7:21: floor of camera 'till' is a mirror image of that of camera 'door'; expected mx and my of all cameras along the same two walls"
    ),
    BrokenScene(
      "a scene of an unknown zone",
      camera:
        "zones:\n      - {id: milk, polygon: [[0, 0], [9, 0], [9, 9]]}\nscenes:\n  - {id: breakfast, zones: [milk, mlik]}",
      "scene.yaml:8:35: scene 'breakfast' names the zone 'mlik', which neither a camera nor the floor plan has; did you mean 'milk'? zones: milk"
    ),
    BrokenScene(
      "a scene of a zone twice",
      camera:
        "zones:\n      - {id: milk, polygon: [[0, 0], [9, 0], [9, 9]]}\nscenes:\n  - {id: breakfast, zones: [milk, milk]}",
      "scene.yaml:8:35: zone 'milk' of scene 'breakfast' is given twice, first at line 8; each id once"),
    BrokenScene(
      "two scenes with one id",
      camera:
        "zones:\n      - {id: milk, polygon: [[0, 0], [9, 0], [9, 9]]}\nscenes:\n  - {id: a, zones: [milk]}\n  - {id: a, zones: [milk]}",
      "scene.yaml:9:10: scene 'a' is given twice, first at line 8; each id once"),
    BrokenScene(
      "a scene without zones", camera: "zones: []\nscenes:\n  - {id: a, zones: []}",
      "scene.yaml:7:20: scene 'a' has no zones; expected at least one"),
    BrokenScene(
      "a scene of a file without zones", camera: "lines: []\nscenes:\n  - {id: a, zones: [milk]}",
      "scene.yaml:7:21: scene 'a' names the zone 'milk', which neither a camera nor the floor plan has; zones: none"
    ),
    BrokenScene(
      "an unknown key of a scene", camera: "zones: []\nscenes:\n  - {id: a, zone: [milk]}",
      "scene.yaml:7:13: unknown key 'zone'; did you mean 'zones'? allowed: id, zones"),
  ]
}
