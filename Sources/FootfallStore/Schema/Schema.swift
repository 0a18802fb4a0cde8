internal import GRDB

/// The tables of the database and how older ones are brought up to date.
enum Schema {
  /// Marks the file as ours in its header (`PRAGMA application_id`): "FFDB".
  static let applicationID: Int32 = 0x4646_4442

  /// The migrations, each with a name for ever; a released one is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 recordings, runs, events and minutes") { database in
      try database.execute(sql: sources + analyses + derived)
    }
    migrator.registerMigration("2 visits under way when the recording began") { database in
      try database.execute(sql: underWay)
    }
    migrator.registerMigration("3 results made again from the track log") { database in
      try database.execute(sql: provenance)
    }
    migrator.registerMigration("4 people who work here") { database in
      try database.execute(sql: staff)
    }
    migrator.registerMigration("5 outbox of sinks, and alerts") { database in
      try database.execute(sql: outbox)
    }
    migrator.registerMigration("6 events by time") { database in
      try database.execute(sql: eventsByTime)
    }
    return migrator
  }

  /// What was recorded where.
  ///
  /// `currentRun` is the one analysis that counts.
  private static let sources = """
    CREATE TABLE store (
      id TEXT PRIMARY KEY NOT NULL,
      timeZone TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE camera (
      number INTEGER PRIMARY KEY NOT NULL,
      store TEXT NOT NULL REFERENCES store (id),
      id TEXT NOT NULL,
      UNIQUE (store, id)
    ) STRICT;
    CREATE TABLE recording (
      number INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      camera INTEGER NOT NULL REFERENCES camera (number),
      source TEXT NOT NULL,
      media TEXT NOT NULL,
      startMilliseconds INTEGER NOT NULL,
      endMilliseconds INTEGER NOT NULL,
      durationNanoseconds INTEGER NOT NULL,
      frames INTEGER NOT NULL,
      framesPerSecond REAL NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      currentRun INTEGER REFERENCES run (number)
    ) STRICT;
    CREATE INDEX recordingByTime ON recording (camera, startMilliseconds);

    """

  /// Every analysis ever made and the events it found; append-only.
  private static let analyses = """
    CREATE TABLE run (
      number INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      recording INTEGER NOT NULL REFERENCES recording (number),
      model TEXT NOT NULL,
      engine TEXT NOT NULL,
      precision TEXT NOT NULL,
      tracking TEXT NOT NULL,
      generatorVersion TEXT NOT NULL,
      metricVersion INTEGER NOT NULL,
      scene TEXT NOT NULL,
      people INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX runByRecording ON run (recording);
    CREATE TABLE event (
      id TEXT PRIMARY KEY NOT NULL,
      camera INTEGER NOT NULL REFERENCES camera (number),
      type TEXT NOT NULL,
      place TEXT NOT NULL,
      track INTEGER NOT NULL,
      frame INTEGER NOT NULL,
      mediaNanoseconds INTEGER NOT NULL,
      timeMilliseconds INTEGER NOT NULL,
      direction TEXT,
      enterFrame INTEGER,
      enterNanoseconds INTEGER,
      insideNanoseconds INTEGER,
      ending TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE runEvent (
      run INTEGER NOT NULL REFERENCES run (number),
      ordinal INTEGER NOT NULL,
      event TEXT NOT NULL REFERENCES event (id),
      PRIMARY KEY (run, ordinal)
    ) STRICT, WITHOUT ROWID;

    """

  /// What can be made again from events and the track log; only of current runs.
  ///
  /// A minute that nobody saw has no row; a line or zone without a row in a minute that has one counted 0.
  private static let derived = """
    CREATE TABLE visit (
      run INTEGER NOT NULL REFERENCES run (number),
      ordinal INTEGER NOT NULL,
      zone TEXT NOT NULL,
      track INTEGER NOT NULL,
      enterFrame INTEGER NOT NULL,
      exitFrame INTEGER NOT NULL,
      enterNanoseconds INTEGER NOT NULL,
      exitNanoseconds INTEGER NOT NULL,
      insideNanoseconds INTEGER NOT NULL,
      enterMilliseconds INTEGER NOT NULL,
      exitMilliseconds INTEGER NOT NULL,
      ending TEXT NOT NULL,
      PRIMARY KEY (run, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE minute (
      run INTEGER NOT NULL REFERENCES run (number),
      startMilliseconds INTEGER NOT NULL,
      observedNanoseconds INTEGER NOT NULL,
      trafficIn INTEGER,
      trafficOut INTEGER,
      passersby INTEGER,
      occupancyMean REAL,
      occupancyMax INTEGER,
      PRIMARY KEY (run, startMilliseconds)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE lineMinute (
      run INTEGER NOT NULL REFERENCES run (number),
      startMilliseconds INTEGER NOT NULL,
      line TEXT NOT NULL,
      entries INTEGER NOT NULL,
      exits INTEGER NOT NULL,
      PRIMARY KEY (run, startMilliseconds, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE zoneMinute (
      run INTEGER NOT NULL REFERENCES run (number),
      startMilliseconds INTEGER NOT NULL,
      zone TEXT NOT NULL,
      mean REAL NOT NULL,
      max INTEGER NOT NULL,
      PRIMARY KEY (run, startMilliseconds, zone)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE trackChunk (
      run INTEGER NOT NULL REFERENCES run (number),
      firstFrame INTEGER NOT NULL,
      lastFrame INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (run, firstFrame)
    ) STRICT;
    """

  /// Of older rows it is known only for visits from the first frame on.
  private static let underWay = """
    ALTER TABLE visit ADD COLUMN wasUnderWay INTEGER NOT NULL DEFAULT 0;
    UPDATE visit SET wasUnderWay = 1 WHERE enterFrame = 1;
    """

  /// When a run was first written, and for one that was made from a track log the run that made the log.
  ///
  /// The log stays with its run, so that making results again moves none of it.
  private static let provenance = """
    ALTER TABLE run ADD COLUMN writtenMilliseconds INTEGER;
    ALTER TABLE run ADD COLUMN tracksFrom INTEGER REFERENCES run (number);
    """

  /// Of older visits nobody knows whose they are: null until they are counted again.
  ///
  /// A track log has no colours, so who wears the uniform is kept beside it.
  private static let staff = """
    ALTER TABLE visit ADD COLUMN isStaff INTEGER;
    CREATE TABLE uniformed (
      run INTEGER NOT NULL REFERENCES run (number),
      track INTEGER NOT NULL,
      PRIMARY KEY (run, track)
    ) STRICT, WITHOUT ROWID;
    """

  /// What waits for other programs: events and alerts in the order in which they became known, named by their ids, and how
  /// far each program has taken them.
  ///
  /// A number is never used again, so that what was taken stays so. No row refers to an event by a constraint, because
  /// events may be deleted before they are taken.
  private static let outbox = """
    CREATE TABLE sink (
      id TEXT PRIMARY KEY NOT NULL,
      taken INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      id TEXT NOT NULL,
      writtenMilliseconds INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE alert (
      id TEXT PRIMARY KEY NOT NULL,
      store TEXT NOT NULL,
      alert TEXT NOT NULL,
      isRaised INTEGER NOT NULL,
      timeMilliseconds INTEGER NOT NULL,
      json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alertByTime ON alert (store, alert, timeMilliseconds);
    """

  /// Old events are looked for by time, and who refers to an event before it is deleted.
  private static let eventsByTime = """
    CREATE INDEX eventByTime ON event (timeMilliseconds);
    CREATE INDEX runEventByEvent ON runEvent (event);
    """

  /// The tables with a `run` column whose rows go when another run takes over.
  static let derivedTables = resultTables + ["trackChunk"]
  /// Those among them that can be made from the track log.
  static let resultTables = ["visit", "uniformed", "minute", "lineMinute", "zoneMinute"]
}
