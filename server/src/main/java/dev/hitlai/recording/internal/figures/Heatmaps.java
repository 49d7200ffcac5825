package dev.hitlai.recording.internal.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people clicked, looked and moved on a page. Spots are shares of the page's width, so that
 * windows of different width add up; elements are matched by selector.
 */
@Component
public class Heatmaps {
  private static final int COLUMNS = 48;
  private static final int CELL = 40;
  private static final int MOST_SPOTS = 600;
  private static final int MOST_ELEMENTS = 50;
  private static final int MOST_MOVEMENTS = 5000;

  /**
   * Views of the page that count: {0} company, {1} address, {2} since, {3} device, {4} source, {5}
   * run.
   */
  private static final String VIEWS =
      """
      with views as materialized (
        select p.id, p.created_at, greatest(coalesce(p.document_width, p.viewport_width, 1280), 1) as width,
          greatest(coalesce(p.document_height, p.viewport_height, 800), 1) as height
        from recording.page_performance p
        join recording.recording_sessions s on s.id = p.recording_session_id and s.created_at = p.created_at
        where p.company_id = {0} and regexp_replace(p.url, '[?#].*', '') = {1} and p.created_at >= {2}
          and ({3} = '' or s.device_type = {3}) and ({4} = '' or s.source = {4})
          and ({5}::uuid is null or s.test_run_id = {5}) limit 20000)
      """;

  private final DSLContext sql;

  Heatmaps(DSLContext sql) {
    this.sql = sql;
  }

  /** Which views of a page. */
  public record Wish(
      UUID companyId,
      String url,
      HeatKind kind,
      String device,
      String source,
      @Nullable UUID testRunId,
      Instant since) {}

  /**
   * A spot.
   *
   * @param x share of the width, 0–1
   * @param y pixels from the top of the page
   */
  public record Spot(double x, double y, double weight) {}

  /**
   * An element.
   *
   * @param weight clicks, or seconds in view
   */
  public record Element(String selector, @Nullable String text, double weight) {}

  /**
   * A heatmap.
   *
   * @param height of the page in pixels, as most saw it
   * @param depths for scroll depth: share of views that saw each tenth of the page
   */
  public record Heatmap(
      long views,
      int width,
      int height,
      List<Spot> spots,
      List<Element> elements,
      List<Double> depths) {}

  @Transactional(readOnly = true)
  public Heatmap of(Wish wish) {
    var size =
        sql.resultQuery(
                VIEWS
                    + "select count(*), coalesce(percentile_disc(0.5) within group (order by"
                    + " width), 1280), coalesce(percentile_disc(0.5) within group (order by"
                    + " height), 800) from views",
                parts(wish))
            .fetchSingle();
    var elements = elements(wish);
    return new Heatmap(
        size.get(0, Long.class),
        size.get(1, Integer.class),
        size.get(2, Integer.class),
        switch (wish.kind()) {
          case CLICKS -> clicks(wish, "true");
          case DEAD -> clicks(wish, "c.is_dead_click");
          case RAGE -> rage(wish);
          case MOVEMENT -> movement(wish);
          case ATTENTION -> attention(wish);
          case SCROLL -> List.of();
        },
        elements,
        wish.kind() == HeatKind.SCROLL ? depths(wish) : List.of());
  }

  private List<Spot> clicks(Wish wish, String which) {
    return spots(
        wish,
        "select c.click_x / v.width::float as x, c.click_y as y, 1 as weight from"
            + " recording.click_events c join views v on v.id = c.page_performance_id where"
            + " c.created_at >= {2} and c.click_x is not null and "
            + which);
  }

  private List<Spot> rage(Wish wish) {
    return spots(
        wish,
        "select r.area_x / v.width::float as x, r.area_y as y, r.click_count as weight from"
            + " recording.rage_click_incidents r join views v on v.id = r.page_performance_id where"
            + " r.created_at >= {2}");
  }

  private List<Spot> attention(Wish wish) {
    return spots(
        wish,
        "select (e.element_x + e.element_width / 2.0) / v.width as x, e.element_y +"
            + " e.element_height / 2.0 as y, e.time_visible_ms / 1000.0 as weight from"
            + " recording.element_visibility e join views v on v.id = e.page_performance_id where"
            + " e.created_at >= {2} and e.time_visible_ms > 0 and e.element_x is not null");
  }

  /** Spots that lie together are one. */
  private List<Spot> spots(Wish wish, String inner) {
    return sql.resultQuery(
            VIEWS
                + "select avg(x), avg(y), sum(weight) from ("
                + inner
                + ") s where x between 0 and 1 and y >= 0"
                + " group by floor(x * "
                + COLUMNS
                + "), floor(y / "
                + CELL
                + ") order by 3 desc limit "
                + MOST_SPOTS,
            parts(wish))
        .fetch(
            row ->
                new Spot(
                    row.get(0, Double.class), row.get(1, Double.class), row.get(2, Double.class)));
  }

  private List<Spot> movement(Wish wish) {
    var cells = new HashMap<Long, double[]>();
    sql.resultQuery(
            VIEWS
                + "select m.positions::text, coalesce(m.scroll_x, 0), coalesce(m.scroll_y, 0),"
                + " v.width from recording.mouse_movements m join views v on v.id ="
                + " m.page_performance_id where m.created_at >= {2} limit "
                + MOST_MOVEMENTS,
            parts(wish))
        .forEach(
            row -> {
              String[] p = row.get(0, String.class).replaceAll("[\\[\\]\\s]", "").split(",");
              double width = row.get(3, Double.class);
              for (int i = 0; i + 2 < p.length; i += 3) {
                double x = (Integer.parseInt(p[i]) + row.get(1, Integer.class)) / width;
                double y = Integer.parseInt(p[i + 1]) + row.get(2, Integer.class);
                if (x >= 0 && x <= 1 && y >= 0) {
                  long cell = (long) Math.floor(x * COLUMNS) * 1_000_000L + (long) (y / CELL);
                  var sum = cells.computeIfAbsent(cell, key -> new double[3]);
                  sum[0] += x;
                  sum[1] += y;
                  sum[2]++;
                }
              }
            });
    var spots = new ArrayList<Spot>();
    cells.values().forEach(s -> spots.add(new Spot(s[0] / s[2], s[1] / s[2], s[2])));
    spots.sort((a, b) -> Double.compare(b.weight(), a.weight()));
    return spots.stream().limit(MOST_SPOTS).toList();
  }

  private List<Element> elements(Wish wish) {
    String inner =
        switch (wish.kind()) {
          case CLICKS, SCROLL, MOVEMENT ->
              "select element_selector, element_text, 1 as weight from recording.click_events c"
                  + " join views v on v.id = c.page_performance_id where c.created_at >= {2}";
          case DEAD ->
              "select element_selector, element_text, 1 as weight from recording.click_events c"
                  + " join views v on v.id = c.page_performance_id where c.created_at >= {2} and"
                  + " c.is_dead_click";
          case RAGE ->
              "select element_selector, element_text, click_count as weight from"
                  + " recording.rage_click_incidents r join views v on v.id = r.page_performance_id"
                  + " where r.created_at >= {2}";
          case ATTENTION ->
              "select element_selector, element_text, time_visible_ms / 1000.0 as weight from"
                  + " recording.element_visibility e join views v on v.id = e.page_performance_id"
                  + " where e.created_at >= {2} and e.time_visible_ms > 0";
        };
    return sql.resultQuery(
            VIEWS
                + "select coalesce(nullif(element_selector, ''), '?'), max(element_text),"
                + " sum(weight) from ("
                + inner
                + ") e group by 1 order by 3 desc, 1 limit "
                + MOST_ELEMENTS,
            parts(wish))
        .fetch(
            row ->
                new Element(
                    row.get(0, String.class), row.get(1, String.class), row.get(2, Double.class)));
  }

  private List<Double> depths(Wish wish) {
    Map<Integer, Double> share = new HashMap<>();
    var deepest =
        sql.resultQuery(
                VIEWS
                    + "select coalesce((select max(e.scroll_depth_percent) from"
                    + " recording.scroll_events e where e.page_performance_id = v.id and"
                    + " e.created_at >= {2}), 0) from views v",
                parts(wish))
            .fetch(row -> row.get(0, Double.class));
    for (int tenth = 1; tenth <= 10; tenth++) {
      int wanted = tenth * 10;
      long saw = deepest.stream().filter(depth -> depth >= wanted - 0.5).count();
      share.put(tenth, deepest.isEmpty() ? 0 : saw / (double) deepest.size());
    }
    return java.util.stream.IntStream.rangeClosed(1, 10).mapToObj(share::get).toList();
  }

  private static Param<?>[] parts(Wish wish) {
    return new Param<?>[] {
      DSL.val(wish.companyId()),
      DSL.val(wish.url()),
      DSL.val(wish.since()),
      DSL.val(wish.device()),
      DSL.val(wish.source()),
      DSL.val(wish.testRunId(), UUID.class)
    };
  }
}
