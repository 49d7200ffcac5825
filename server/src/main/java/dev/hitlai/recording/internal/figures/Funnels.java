package dev.hitlai.recording.internal.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many sessions got from step to step; a step is a page whose path begins so. */
@Component
public class Funnels {
  private static final int MOST_VIEWS = 200_000;
  private static final int MOST_STEPS = 12;

  private final DSLContext sql;

  Funnels(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * A step.
   *
   * @param reached sessions that got here in order
   * @param share of those that took the first step, 0–1
   * @param lost share of those of the step before that didn't get here, 0–1
   * @param seconds median from the step before
   */
  public record Step(String path, long reached, double share, double lost, double seconds) {}

  /** Counts sessions of a source, or of a run, through the steps. */
  @Transactional(readOnly = true)
  public List<Step> count(UUID companyId, List<String> paths, String source, Instant since) {
    var steps = paths.stream().filter(path -> !path.isBlank()).limit(MOST_STEPS).toList();
    var walks = walks(companyId, source, since);
    var result = new ArrayList<Step>();
    var at = new ArrayList<long[]>();
    walks.forEach(walk -> at.add(new long[] {-1, Long.MIN_VALUE}));
    long first = 0;
    long before = 0;
    for (String step : steps) {
      long reached = 0;
      var took = new ArrayList<Long>();
      for (int i = 0; i < walks.size(); i++) {
        if (at.get(i) == null) {
          continue;
        }
        int from = (int) at.get(i)[0];
        long came = at.get(i)[1];
        int found = walks.get(i).find(step, from);
        if (found < 0) {
          at.set(i, null);
          continue;
        }
        reached++;
        long time = walks.get(i).times().get(found);
        if (came != Long.MIN_VALUE) {
          took.add(time - came);
        }
        at.set(i, new long[] {found, time});
      }
      first = result.isEmpty() ? reached : first;
      took.sort(null);
      result.add(
          new Step(
              step,
              reached,
              first == 0 ? 0 : reached / (double) first,
              result.isEmpty() || before == 0 ? 0 : 1 - reached / (double) before,
              took.isEmpty() ? 0 : took.get(took.size() / 2) / 1000.0));
      before = reached;
    }
    return result;
  }

  /** The paths of the longest session of a run, as steps to begin with. */
  @Transactional(readOnly = true)
  public List<String> pathsOf(UUID testRunId) {
    return sql.fetch(
            """
            select path from (
              select regexp_replace(regexp_replace(url, '[?#].*', ''), '^[a-z]+://[^/]+', '') as path, min(timestamp_ms) as at
              from recording.page_performance where recording_session_id = (
                select id from recording.recording_sessions where test_run_id = ? order by page_count desc limit 1)
              group by 1) paths where path <> '' order by at limit ?\
            """,
            testRunId,
            MOST_STEPS)
        .into(String.class);
  }

  private List<Walk> walks(UUID companyId, String source, Instant since) {
    var walks = new ArrayList<Walk>();
    UUID last = null;
    var rows =
        sql.resultQuery(
                """
                select p.recording_session_id, p.timestamp_ms, regexp_replace(regexp_replace(p.url, '[?#].*', ''), '^[a-z]+://[^/]+', '') as path
                from recording.page_performance p
                join recording.recording_sessions s on s.id = p.recording_session_id and s.created_at = p.created_at
                where p.company_id = {0} and p.created_at >= {1} and ({2} = '' or s.source = {2})
                order by 1, 2 limit {3}\
                """,
                DSL.val(companyId), DSL.val(since), DSL.val(source), DSL.val(MOST_VIEWS))
            .fetch();
    for (var row : rows) {
      UUID session = row.get(0, UUID.class);
      if (!session.equals(last)) {
        walks.add(new Walk(new ArrayList<>(), new ArrayList<>()));
        last = session;
      }
      walks.getLast().times().add(row.get(1, Long.class));
      walks.getLast().paths().add(row.get(2, String.class));
    }
    return walks;
  }

  /** Where one session went. */
  private record Walk(List<Long> times, List<String> paths) {
    int find(String step, int after) {
      for (int i = after + 1; i < paths.size(); i++) {
        String path = paths.get(i);
        boolean exact = step.endsWith("$");
        String wanted = exact ? step.substring(0, step.length() - 1) : step;
        if (exact ? path.equals(wanted) : path.startsWith(wanted)) {
          return i;
        }
      }
      return -1;
    }
  }
}
