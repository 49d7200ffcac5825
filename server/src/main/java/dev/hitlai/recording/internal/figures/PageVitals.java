package dev.hitlai.recording.internal.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How pages felt, over all their views. */
@Component
public class PageVitals {
  private final DSLContext sql;

  PageVitals(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A figure over the views that have one.
   *
   * @param p75 three quarters of the views were at least that good
   * @param good share of views, 0–1; {@code middling} and {@code poor} likewise
   */
  public record Spread(long views, double p75, double good, double middling, double poor) {}

  /**
   * A page: its address without query.
   *
   * @param frustration mean of the views that were looked at; null when none was
   */
  public record Row(
      String url,
      long views,
      double seconds,
      @Nullable Double frustration,
      Map<Vital, Spread> vitals) {
    public @Nullable Spread of(Vital vital) {
      return vitals.get(vital);
    }
  }

  /** The most seen pages first. */
  @Transactional(readOnly = true)
  public List<Row> list(UUID companyId, String source, String device, Instant since, int limit) {
    var figures = new ArrayList<String>();
    for (Vital v : Vital.values()) {
      figures.add(
          """
          count(p.%1$s) as %2$s_n, percentile_cont(0.75) within group (order by p.%1$s) as %2$s_p75,
          count(*) filter (where p.%1$s <= %3$s) as %2$s_good, count(*) filter (where p.%1$s > %4$s) as %2$s_poor\
          """
              .formatted(v.column(), v.name(), v.good(), v.poor()));
    }
    String query =
        """
        select regexp_replace(p.url, '[?#].*', '') as page, count(*) as views, coalesce(avg(p.time_on_page_seconds), 0) as seconds,
          avg(p.frustration_score) as frustration, %s
        from recording.page_performance p join recording.recording_sessions s on s.id = p.recording_session_id and s.created_at = p.created_at
        where p.company_id = {0} and p.created_at >= {1} and p.url <> '' and ({2} = '' or s.source = {2}) and ({3} = '' or s.device_type = {3})
        group by 1 order by 2 desc, 1 limit {4}\
        """
            .formatted(String.join(", ", figures));
    return sql.resultQuery(
            query,
            DSL.val(companyId),
            DSL.val(since),
            DSL.val(source),
            DSL.val(device),
            DSL.val(limit))
        .fetch(PageVitals::row);
  }

  private static Row row(Record row) {
    var vitals = new EnumMap<Vital, Spread>(Vital.class);
    for (Vital v : Vital.values()) {
      String name = v.name().toLowerCase(java.util.Locale.ROOT);
      long n = row.get(name + "_n", Long.class);
      if (n > 0) {
        double good = row.get(name + "_good", Long.class) / (double) n;
        double poor = row.get(name + "_poor", Long.class) / (double) n;
        vitals.put(
            v, new Spread(n, row.get(name + "_p75", Double.class), good, 1 - good - poor, poor));
      }
    }
    return new Row(
        row.get("page", String.class),
        row.get("views", Long.class),
        row.get("seconds", Double.class),
        row.get("frustration", Double.class),
        vitals);
  }
}
