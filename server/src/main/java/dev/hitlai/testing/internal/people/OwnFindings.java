package dev.hitlai.testing.internal.people;

import static dev.hitlai.testing.internal.jooq.Tables.ISSUES;

import dev.hitlai.aitester.mind.scent.Embeddings;
import dev.hitlai.testing.CorrectionType;
import dev.hitlai.testing.FindingCorrected;
import dev.hitlai.testing.internal.findings.FindingFilter;
import dev.hitlai.testing.internal.findings.Findings;
import dev.hitlai.testing.internal.findings.FoundIssue;
import dev.hitlai.testing.internal.people.FindingMatcher.Described;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a tester's own findings in their place: what the AI found as well becomes a finding of both,
 * what another tester found is counted there, and the rest is new.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OwnFindings {
  private static final int ALL = 1000;

  private final DSLContext sql;
  private final Findings findings;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final FindingMatcher matcher = new FindingMatcher(Embeddings.shared()::cosine);

  OwnFindings(DSLContext sql, Findings findings, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.findings = findings;
    this.events = events;
    this.clock = clock;
  }

  /** For each own finding that the AI has as well, by index, the AI's. */
  Map<Integer, FoundIssue> alsoFoundByAi(UUID runId, List<OwnFinding> own) {
    return matches(own, all(runId).stream().filter(issue -> !isHuman(issue)).toList());
  }

  /**
   * Writes them down.
   *
   * @param by the tester's account
   * @param hybrid whether an AI could have found them
   * @return for each own finding, in order, the finding that it became
   */
  List<UUID> merge(Assignment work, @Nullable UUID by, boolean hybrid, List<OwnFinding> own) {
    var known = all(work.runId());
    var ofBoth = matches(own, known.stream().filter(issue -> !isHuman(issue)).toList());
    var rest = IntStream.range(0, own.size()).filter(i -> !ofBoth.containsKey(i)).boxed().toList();
    var ofPeople =
        matches(
            rest.stream().map(own::get).toList(),
            known.stream().filter(OwnFindings::isHuman).toList());
    var became = new ArrayList<UUID>();
    for (int i = 0; i < own.size(); i++) {
      var finding = own.get(i);
      var ai = ofBoth.get(i);
      var other = ai == null ? ofPeople.get(rest.indexOf(i)) : null;
      if (ai != null) {
        became.add(both(ai));
      } else if (other != null) {
        became.add(oneMore(other));
      } else {
        became.add(add(work, finding));
        if (hybrid) {
          missed(work, by, finding);
        }
      }
    }
    return became;
  }

  private Map<Integer, FoundIssue> matches(List<OwnFinding> own, List<FoundIssue> others) {
    var matches = new HashMap<Integer, FoundIssue>();
    matcher
        .match(
            own.stream().map(OwnFindings::described).toList(),
            others.stream().map(OwnFindings::described).toList())
        .forEach((mine, theirs) -> matches.put(mine, others.get(theirs)));
    return matches;
  }

  private List<FoundIssue> all(UUID runId) {
    return findings.list(FindingFilter.ofRun(runId), "severity", ALL, 0);
  }

  private static boolean isHuman(FoundIssue issue) {
    return issue.source().equals("human");
  }

  private static Described described(OwnFinding own) {
    return Described.of(
        own.title(), own.description(), List.of(own.url()), List.of(own.selector()));
  }

  private static Described described(FoundIssue issue) {
    var places = issue.details().places();
    return Described.of(
        issue.title(),
        issue.description(),
        Stream.concat(Stream.ofNullable(issue.url()), places.stream().map(place -> place.url()))
            .toList(),
        Stream.concat(
                Stream.ofNullable(issue.selector()),
                places.stream().flatMap(place -> Stream.ofNullable(place.selector())))
            .toList());
  }

  private UUID both(FoundIssue ai) {
    sql.update(ISSUES).set(ISSUES.SOURCE, "both").where(ISSUES.ID.eq(ai.id())).execute();
    return ai.id();
  }

  private UUID oneMore(FoundIssue other) {
    sql.update(ISSUES)
        .set(ISSUES.OCCURRENCES, ISSUES.OCCURRENCES.plus(1))
        .where(ISSUES.ID.eq(other.id()))
        .execute();
    return other.id();
  }

  private UUID add(Assignment work, OwnFinding own) {
    return sql.insertInto(ISSUES)
        .set(ISSUES.TEST_RUN_ID, work.runId())
        .set(ISSUES.COMPANY_ID, work.companyId())
        .set(ISSUES.TESTER_ID, work.testerId())
        .set(ISSUES.TITLE, own.title().strip())
        .set(ISSUES.DESCRIPTION, own.description().strip())
        .set(ISSUES.SEVERITY, own.severity())
        .set(ISSUES.CATEGORY, own.category())
        .set(ISSUES.URL, blankToNull(own.url()))
        .set(ISSUES.ELEMENT_SELECTOR, blankToNull(own.selector()))
        .set(ISSUES.RECOMMENDATION, blankToNull(own.recommendation()))
        .set(ISSUES.SCREENSHOT_ID, own.screenshot())
        .set(ISSUES.SOURCE, "human")
        .set(ISSUES.CREATED_AT, clock.instant())
        .returning(ISSUES.ID)
        .fetchSingle(ISSUES.ID);
  }

  private void missed(Assignment work, @Nullable UUID by, OwnFinding own) {
    events.publishEvent(
        new FindingCorrected(
            work.runId(),
            work.companyId(),
            null,
            work.testerId(),
            by,
            CorrectionType.FALSE_NEGATIVE,
            null,
            Map.of(
                "title", own.title(),
                "description", own.description(),
                "severity", own.severity(),
                "category", own.category()),
            own.severity(),
            "A tester found it and the AI did not.",
            null));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
