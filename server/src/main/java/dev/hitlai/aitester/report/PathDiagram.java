package dev.hitlai.aitester.report;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * The way through a site: pages as numbered nodes on a line, moves as arcs, forward above and back
 * below. All coordinates are SVG units; the drawing is {@link #width} × {@link #HEIGHT}.
 */
public record PathDiagram(List<Node> nodes, List<Arc> arcs) {
  public static final int HEIGHT = 130;
  private static final int SPACING = 110;
  private static final int MARGIN = 40;
  private static final int BASELINE = 65;

  /** A page; {@code last} marks where the mission ended. */
  public record Node(int number, int x, String label, boolean last) {}

  /** A move; {@code path} is an SVG path. */
  public record Arc(String path, boolean back) {}

  public int width() {
    return MARGIN * 2 + SPACING * Math.max(0, nodes.size() - 1);
  }

  static PathDiagram of(RunDocument.MissionOutcome mission) {
    var places = new LinkedHashMap<String, Integer>();
    var visits = new ArrayList<Integer>();
    for (var step : mission.steps()) {
      var page = pageOf(step.url());
      var place = places.computeIfAbsent(page, _ -> places.size());
      if (visits.isEmpty() || !visits.getLast().equals(place)) {
        visits.add(place);
      }
    }
    var nodes = new ArrayList<Node>();
    places.forEach(
        (page, place) ->
            nodes.add(
                new Node(
                    place + 1,
                    x(place),
                    shortened(page),
                    !visits.isEmpty() && visits.getLast().equals(place))));
    var arcs = new ArrayList<Arc>();
    for (int i = 1; i < visits.size(); i++) {
      arcs.add(arc(visits.get(i - 1), visits.get(i)));
    }
    return new PathDiagram(List.copyOf(nodes), arcs.stream().distinct().toList());
  }

  private static Arc arc(int from, int to) {
    var back = to < from;
    var start = x(from);
    var end = x(to);
    var lift = Math.min(45, 18 + 9 * Math.abs(to - from));
    var y = back ? BASELINE + 14 : BASELINE - 14;
    var top = back ? y + lift : y - lift;
    return new Arc(
        String.format(
            Locale.ROOT, "M%d %d C%d %d %d %d %d %d", start, y, start, top, end, top, end, y),
        back);
  }

  private static int x(int place) {
    return MARGIN + SPACING * place;
  }

  private static String pageOf(String url) {
    var address = URI.create(url);
    var path = address.getPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static String shortened(String page) {
    return page.length() <= 16 ? page : "…" + page.substring(page.length() - 15);
  }
}
