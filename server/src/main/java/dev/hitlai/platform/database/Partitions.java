package dev.hitlai.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the partitions of the time-series tables: made before they are needed, dropped whole when
 * all their rows are past retention. Days and months are UTC.
 */
final class Partitions {
  private static final int DAYS_AHEAD = 3;
  private static final int MONTHS_AHEAD = 1;

  private final OwnerDatabase owner;
  private final Clock clock;

  Partitions(OwnerDatabase owner, Clock clock) {
    this.owner = owner;
    this.clock = clock;
  }

  /** A table that is partitioned by time. */
  record Table(String name, Step step, RetentionSettings.Group group) {
    String schema() {
      return name.substring(0, name.indexOf('.'));
    }

    String plainName() {
      return name.substring(name.indexOf('.') + 1);
    }
  }

  /** The length of a partition, which also shapes its name. */
  enum Step {
    DAY("yyyyMMdd", Period.ofDays(1), DAYS_AHEAD),
    MONTH("yyyyMM", Period.ofMonths(1), MONTHS_AHEAD);

    private final DateTimeFormatter suffix;
    private final Period length;
    private final int ahead;

    Step(String suffix, Period length, int ahead) {
      this.suffix = DateTimeFormatter.ofPattern(suffix);
      this.length = length;
      this.ahead = ahead;
    }

    LocalDate startOf(LocalDate day) {
      return this == DAY ? day : day.withDayOfMonth(1);
    }

    /** First day after the partition with this name. */
    LocalDate endOf(String partition) {
      var digits = partition.substring(partition.lastIndexOf("_p") + 2);
      var start =
          this == DAY
              ? LocalDate.parse(digits, suffix)
              : LocalDate.parse(digits + "01", DAY.suffix);
      return start.plus(length);
    }
  }

  /** Makes the partition of today and those of the next days or months. */
  void makeAhead() throws SQLException {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (var connection = owner.connect()) {
      connection.setAutoCommit(false);
      for (var table : tables(connection)) {
        for (var i = 0; i <= table.step().ahead; i++) {
          make(
              connection,
              table,
              table.step().startOf(today).plus(table.step().length.multipliedBy(i)));
        }
        connection.commit();
      }
    }
  }

  /** Makes the partition that holds a day, for rows of the past such as imported history. */
  void make(Connection connection, Table table, LocalDate day) throws SQLException {
    try (var call = connection.prepareStatement("select platform.create_partition(?, ?, ?)")) {
      call.setString(1, table.name());
      call.setString(2, table.step().name().toLowerCase(java.util.Locale.ROOT));
      call.setObject(3, day);
      call.execute();
    }
  }

  /** Drops the partitions whose newest possible row is past retention; returns their names. */
  List<String> dropExpired(RetentionSettings retention) throws SQLException {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var dropped = new ArrayList<String>();
    try (var connection = owner.connect()) {
      connection.setAutoCommit(false);
      for (var table : tables(connection)) {
        var oldest = today.minusDays(retention.days(table.group()));
        for (var partition : partitions(connection, table)) {
          if (!table.step().endOf(partition).isAfter(oldest)) {
            drop(connection, table, partition);
            dropped.add(table.schema() + "." + partition);
          }
        }
        connection.commit();
      }
    }
    return dropped;
  }

  private void drop(Connection connection, Table table, String partition) throws SQLException {
    try (var call = connection.prepareStatement("select platform.drop_partition(?, ?)")) {
      call.setString(1, table.name());
      call.setString(2, table.schema() + "." + partition);
      call.execute();
    }
  }

  private static List<Table> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select table_name, step, retention_group from platform.partitioned_tables"
                    + " order by drop_order, table_name")) {
      while (rows.next()) {
        tables.add(
            new Table(
                rows.getString(1),
                Step.valueOf(rows.getString(2).toUpperCase(java.util.Locale.ROOT)),
                RetentionSettings.Group.valueOf(
                    rows.getString(3).toUpperCase(java.util.Locale.ROOT))));
      }
    }
    return tables;
  }

  private static List<String> partitions(Connection connection, Table table) throws SQLException {
    var names = new ArrayList<String>();
    try (var query =
        connection.prepareStatement(
            "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                + " where i.inhparent = to_regclass(?) order by 1")) {
      query.setString(1, table.name());
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }
}
