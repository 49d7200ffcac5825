package dev.hitlai.monitoring.internal.security;

import static dev.hitlai.monitoring.internal.jooq.Tables.SECURITY_SIGNALS;

import dev.hitlai.monitoring.internal.Batches;
import dev.hitlai.monitoring.internal.Gathered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gathers suspicious facts. Alike ones between two writes become one row with a count, so that an
 * attack doesn't become one on the database.
 */
@Component
public class Signals implements Gathered {
  private static final int MOST = 20_000;
  private static final int BATCH = 1000;
  private static final int LONGEST = 300;

  private final ConcurrentHashMap<Signal, Seen> gathered = new ConcurrentHashMap<>();
  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Counter dropped;

  Signals(DSLContext sql, TransactionOperations transactions, Clock clock, MeterRegistry meters) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
    dropped =
        Counter.builder("hitlai.signals.dropped")
            .description("Suspicious facts that there was no room for")
            .register(meters);
  }

  private record Signal(
      SignalKind kind,
      String caller,
      @Nullable UUID user,
      @Nullable UUID company,
      @Nullable String address,
      String detail) {}

  private record Seen(Instant at, int times) {}

  private record Row(Signal signal, Seen seen) {}

  /**
   * @param caller whom rules count it for
   * @param detail cut after 300 characters
   */
  public void add(
      SignalKind kind,
      String caller,
      @Nullable UUID user,
      @Nullable UUID company,
      @Nullable String address,
      String detail) {
    var signal =
        new Signal(
            kind, cut(caller), user, company, address == null ? null : plain(address), cut(detail));
    if (gathered.size() >= MOST && !gathered.containsKey(signal)) {
      dropped.increment();
      return;
    }
    gathered.merge(
        signal,
        new Seen(clock.instant(), 1),
        (before, now) -> new Seen(before.at(), before.times() + now.times()));
  }

  private static String cut(String text) {
    String storable = text.replace("\0", "");
    return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST);
  }

  /** Without the zone that some servers add to IPv6 addresses. */
  private static @Nullable String plain(String address) {
    int zone = address.indexOf('%');
    String bare = zone < 0 ? address : address.substring(0, zone);
    try {
      return InetAddress.ofLiteral(bare).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  /** The network of an address: 24 bits of IPv4, 48 of IPv6. */
  static @Nullable String network(@Nullable String address) {
    if (address == null) {
      return null;
    }
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return bytes.length == 4
        ? "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
        : "%02x%02x:%02x%02x:%02x%02x::/48"
            .formatted(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]);
  }

  @Override
  public void write(boolean last) {
    var rows = new ArrayList<Row>();
    for (var signal : List.copyOf(gathered.keySet())) {
      Seen seen = gathered.remove(signal);
      if (seen != null) {
        rows.add(new Row(signal, seen));
      }
    }
    for (int at = 0; at < rows.size(); at += BATCH) {
      var part = rows.subList(at, Math.min(rows.size(), at + BATCH));
      dropped.increment(Batches.insert(transactions, part, this::insert));
    }
  }

  private void insert(List<Row> rows) {
    var t = SECURITY_SIGNALS;
    var insert =
        sql.insertInto(
            t,
            t.KIND,
            t.CALLER,
            t.USER_ID,
            t.COMPANY_ID,
            t.IP_ADDRESS,
            t.NETWORK,
            t.DETAIL,
            t.TIMES,
            t.CREATED_AT);
    for (Row row : rows) {
      var signal = row.signal();
      insert =
          insert.values(
              signal.kind().code(),
              signal.caller(),
              signal.user(),
              signal.company(),
              signal.address(),
              network(signal.address()),
              signal.detail(),
              row.seen().times(),
              row.seen().at());
    }
    insert.execute();
  }
}
