package dev.hitlai.monitoring.internal.measure;

import static dev.hitlai.monitoring.internal.jooq.Tables.PERFORMANCE_METRICS;

import dev.hitlai.monitoring.Measurements;
import dev.hitlai.monitoring.internal.Batches;
import dev.hitlai.monitoring.internal.Gathered;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Writes summaries; those that can't be written are kept for the next time, up to a limit. */
@Component
class SummaryRows implements Gathered {
  private static final Logger LOG = LoggerFactory.getLogger(SummaryRows.class);
  private static final int MOST_KEPT = 20_000;
  private static final int BATCH = 500;
  private static final double MICROS = 1000;

  private final Measurements measurements;
  private final DSLContext sql;
  private final TransactionOperations transactions;
  private final String server = UUID.randomUUID().toString().substring(0, 8);
  private final List<Summary> waiting = new ArrayList<>();

  SummaryRows(Measurements measurements, DSLContext sql, TransactionOperations transactions) {
    this.measurements = measurements;
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public void write(boolean last) {
    waiting.addAll(measurements.takeOut(last));
    if (waiting.isEmpty()) {
      return;
    }
    if (waiting.size() > MOST_KEPT) {
      LOG.warn("{} summaries of measurements are lost", waiting.size() - MOST_KEPT);
      waiting.subList(0, waiting.size() - MOST_KEPT).clear();
    }
    while (!waiting.isEmpty()) {
      var part = waiting.subList(0, Math.min(waiting.size(), BATCH));
      int lost = Batches.insert(transactions, part, this::insert);
      if (lost > 0) {
        LOG.warn("{} summaries of measurements are refused by the database", lost);
      }
      part.clear();
    }
  }

  private void insert(List<Summary> summaries) {
    double load = load();
    double memory = memory();
    var rows =
        sql.insertInto(
            PERFORMANCE_METRICS,
            PERFORMANCE_METRICS.METRIC_TYPE,
            PERFORMANCE_METRICS.ENDPOINT,
            PERFORMANCE_METRICS.OPERATION,
            PERFORMANCE_METRICS.DURATION_MS,
            PERFORMANCE_METRICS.SUCCESS,
            PERFORMANCE_METRICS.MEMORY_MB,
            PERFORMANCE_METRICS.CPU_PERCENT,
            PERFORMANCE_METRICS.METADATA,
            PERFORMANCE_METRICS.CREATED_AT);
    for (var summary : summaries) {
      rows =
          rows.values(
              summary.key().type().code(),
              summary.key().endpoint(),
              summary.key().operation(),
              millis(summary.micros().getMean()),
              summary.failed() == 0,
              BigDecimal.valueOf(memory).setScale(2, RoundingMode.HALF_UP),
              BigDecimal.valueOf(load).setScale(2, RoundingMode.HALF_UP),
              metadata(summary),
              summary.from());
    }
    rows.execute();
  }

  private JSONB metadata(Summary summary) {
    var micros = summary.micros();
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("server", server);
    metadata.put("seconds", summary.length().toSeconds());
    metadata.put("count", summary.count());
    metadata.put("refused", summary.refused());
    metadata.put("failed", summary.failed());
    metadata.put("min", millis(micros.getMinValue()));
    metadata.put("max", millis(micros.getMaxValue()));
    metadata.put("p50", millis(micros.getValueAtPercentile(50)));
    metadata.put("p95", millis(micros.getValueAtPercentile(95)));
    metadata.put("p99", millis(micros.getValueAtPercentile(99)));
    metadata.put("histogram", encode(micros));
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(metadata));
  }

  private static BigDecimal millis(double micros) {
    return BigDecimal.valueOf(micros / MICROS).setScale(3, RoundingMode.HALF_UP);
  }

  static String encode(Histogram histogram) {
    var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  private static double memory() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuLoad() * 100)
        : 0;
  }
}
