package dev.hitlai.recording.internal.ingest;

import dev.hitlai.recording.internal.ingest.Batch.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One transaction for a group of batches. Each batch is written down under its session and number
 * first; only those that weren't there yet have their rows copied. Rows go straight into the
 * partition of their day: row-level security on the parents doesn't allow {@code COPY}, and the
 * owner of the tables may reach a partition by its name.
 */
final class GroupTransaction {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  private static final String CLAIM =
      """
      insert into recording.session_places (id, company_id, session_created_at)
      select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) on conflict (id) do nothing returning id\
      """;

  /**
   * A session is locked as long as its group lasts, so that forgetting it comes before or after.
   */
  private static final String WRITE_DOWN =
      """
      with given as (
        select * from unnest(?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::boolean[], ?::bytea[], ?::timestamptz[])
          as g (session, sequence, company, run, page, hash, first_ms, last_ms, skew, events, clicks, errors, lost, size, snapshot, body, at)),
      open as (
        select id, session_created_at, company_id from recording.session_places
        where id = any (?::uuid[]) and forgotten_at is null order by id for share)
      insert into recording.recording_batches (recording_session_id, sequence, company_id, recording_session_created_at, test_run_id,
        page_performance_id, hash, first_event_ms, last_event_ms, skew_ms, event_count, click_count, error_count, lost_count, size_bytes,
        has_snapshot, body, created_at)
      select g.session, g.sequence, g.company, o.session_created_at, g.run, g.page, g.hash, g.first_ms, g.last_ms, g.skew, g.events,
        g.clicks, g.errors, g.lost, g.size, g.snapshot, g.body, g.at
      from given g join open o on o.id = g.session and o.company_id = g.company
      order by g.session, g.sequence
      on conflict do nothing
      returning recording_session_id, sequence, recording_session_created_at\
      """;

  private static final String WHY_NOT =
      """
      select p.company_id, p.forgotten_at, b.hash from recording.session_places p
      left join recording.recording_batches b on b.recording_session_id = p.id and b.sequence = ?
      where p.id = ?\
      """;

  private final Connection connection;
  private final SessionRows sessions;
  private final PageRows pages;

  GroupTransaction(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.sessions = new SessionRows(connection);
    this.pages = new PageRows(connection);
  }

  /** A batch by what makes it one. */
  private record Key(UUID session, int sequence) {}

  /** Stores the group; what became of each, in their order. */
  List<Outcome> store(List<Batch> group) throws SQLException {
    try {
      try (var statement = connection.createStatement()) {
        statement.execute("select set_config('hitlai.role', 'system', true)");
      }
      var distinct = new LinkedHashMap<Key, Batch>();
      group.forEach(batch -> distinct.putIfAbsent(key(batch), batch));
      claim(distinct.values().stream().toList());
      var places = writeDown(distinct.values().stream().toList());
      var stored = distinct.values().stream().filter(b -> places.containsKey(key(b))).toList();
      sessions.describe(stored, b -> place(places, b));
      pages.store(stored, b -> place(places, b));
      copy(stored);
      var outcomes = outcomes(group, distinct, places);
      connection.commit();
      sessions.remember(stored);
      return outcomes;
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      throw e;
    }
  }

  private static Instant place(Map<Key, Instant> places, Batch batch) {
    return java.util.Objects.requireNonNull(places.get(key(batch)));
  }

  private void rollBack(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      cause.addSuppressed(gone);
    }
  }

  private static Key key(Batch batch) {
    return new Key(batch.sessionId, batch.sequence);
  }

  /** Makes the sessions that nobody has heard of. */
  private void claim(List<Batch> batches) throws SQLException {
    // In one order in all transactions, so that two never wait for each other.
    var first = new java.util.TreeMap<String, Batch>();
    batches.forEach(batch -> first.putIfAbsent(batch.sessionId.toString(), batch));
    var known = sessions.unknown(first.values());
    if (known.isEmpty()) {
      return;
    }
    var made = new ArrayList<Batch>();
    try (var claim = connection.prepareStatement(CLAIM)) {
      claim.setArray(1, array("uuid", known.stream().map(b -> b.sessionId)));
      claim.setArray(2, array("uuid", known.stream().map(b -> b.sender.companyId())));
      claim.setArray(3, times(known));
      try (var rows = claim.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          known.stream().filter(b -> b.sessionId.equals(id)).forEach(made::add);
        }
      }
    }
    sessions.make(made);
  }

  private Map<Key, Instant> writeDown(List<Batch> batches) throws SQLException {
    try (var write = connection.prepareStatement(WRITE_DOWN)) {
      bind(write, batches);
      var places = new HashMap<Key, Instant>();
      try (var rows = write.executeQuery()) {
        while (rows.next()) {
          places.put(
              new Key(rows.getObject(1, UUID.class), rows.getInt(2)),
              rows.getTimestamp(3).toInstant());
        }
      }
      return places;
    }
  }

  private void bind(PreparedStatement write, List<Batch> b) throws SQLException {
    write.setArray(1, array("uuid", b.stream().map(x -> x.sessionId)));
    write.setArray(2, array("int4", b.stream().map(x -> x.sequence)));
    write.setArray(3, array("uuid", b.stream().map(x -> x.sender.companyId())));
    write.setArray(4, array("uuid", b.stream().map(x -> x.sender.testRunId())));
    write.setArray(5, array("uuid", b.stream().map(x -> x.pageId)));
    write.setArray(6, array("int4", b.stream().map(x -> x.hash)));
    write.setArray(7, array("int8", b.stream().map(x -> x.firstMillis)));
    write.setArray(8, array("int8", b.stream().map(x -> x.lastMillis)));
    write.setArray(9, array("int8", b.stream().map(x -> x.skewMillis)));
    write.setArray(10, array("int4", b.stream().map(x -> x.events)));
    write.setArray(11, array("int4", b.stream().map(x -> x.clicks)));
    write.setArray(12, array("int4", b.stream().map(x -> x.errors)));
    write.setArray(13, array("int4", b.stream().map(x -> x.lost)));
    write.setArray(14, array("int4", b.stream().map(x -> x.size)));
    write.setArray(15, array("bool", b.stream().map(x -> x.snapshot)));
    write.setArray(
        16, connection.createArrayOf("bytea", b.stream().map(x -> x.body).toArray(byte[][]::new)));
    write.setArray(17, times(b));
    write.setArray(18, array("uuid", b.stream().map(x -> x.sessionId).distinct()));
  }

  private java.sql.Array array(String type, java.util.stream.Stream<?> values) throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }

  private java.sql.Array times(List<Batch> batches) throws SQLException {
    return array("timestamptz", batches.stream().map(x -> x.receivedAt.toString()));
  }

  private void copy(List<Batch> batches) throws SQLException {
    var copying = connection.unwrap(PGConnection.class).getCopyAPI();
    var days = new LinkedHashMap<String, List<Batch>>();
    batches.forEach(
        batch ->
            days.computeIfAbsent(DAY.format(batch.receivedAt), day -> new ArrayList<>())
                .add(batch));
    for (var day : days.entrySet()) {
      for (var table : EventTable.values()) {
        var parts =
            day.getValue().stream()
                .map(batch -> batch.rows[table.ordinal()])
                .filter(java.util.Objects::nonNull)
                .toList();
        if (!parts.isEmpty()) {
          copy(copying.copyIn(table.copyInto(day.getKey())), parts);
        }
      }
    }
  }

  private static void copy(CopyIn copy, List<CopyBuffer> parts) throws SQLException {
    try {
      CopyBuffer.begin(copy);
      for (var part : parts) {
        part.writeTo(copy);
      }
      CopyBuffer.end(copy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private List<Outcome> outcomes(
      List<Batch> group, Map<Key, Batch> distinct, Map<Key, Instant> places) throws SQLException {
    var outcomes = new ArrayList<Outcome>(group.size());
    for (var batch : group) {
      var first = distinct.get(key(batch));
      if (first == batch && places.containsKey(key(batch))) {
        outcomes.add(Outcome.STORED);
      } else {
        outcomes.add(whyNot(batch));
      }
    }
    return outcomes;
  }

  private Outcome whyNot(Batch batch) throws SQLException {
    try (var ask = connection.prepareStatement(WHY_NOT)) {
      ask.setInt(1, batch.sequence);
      ask.setObject(2, batch.sessionId);
      try (var row = ask.executeQuery()) {
        if (!row.next()) {
          // Its rows went by age while we thought they were there.
          sessions.forget(batch.sessionId);
          return Outcome.TRY_AGAIN;
        }
        if (!batch.sender.companyId().equals(row.getObject(1, UUID.class))) {
          return Outcome.OF_SOMEBODY_ELSE;
        }
        if (row.getTimestamp(2) != null) {
          return Outcome.FORGOTTEN;
        }
        return row.getInt(3) == batch.hash
            ? Outcome.STORED_BEFORE
            : Outcome.ANOTHER_WITH_THE_NUMBER;
      }
    }
  }
}
