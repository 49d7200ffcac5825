package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.aitester.Oversight;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.PageView;
import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Ruling;
import dev.hitlai.platform.AiPermit;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.FindingReview.ReviewedRun;
import dev.hitlai.testing.RunOversight;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what an AI tester is about to do. Nobody is there to be asked in the middle of a run: what
 * would need a person is not done.
 */
@Component
class ActionRules implements RunOversight {
  private static final Logger LOG = LoggerFactory.getLogger(ActionRules.class);

  private final ConstitutionDecisions decisions;
  private final FactSheets sheets;
  private final AiPermit permit;
  private final TransactionTemplate transactions;

  ActionRules(
      ConstitutionDecisions decisions,
      FactSheets sheets,
      AiPermit permit,
      TransactionTemplate transactions) {
    this.decisions = decisions;
    this.sheets = sheets;
    this.permit = permit;
    this.transactions = transactions;
  }

  @Override
  public Oversight of(ReviewedRun run) {
    return new Oversight() {
      @Override
      public @Nullable String forbids(Action action, PageView page) {
        return Tenancy.as(Actor.company(null, run.companyId()), () -> judged(run, action, page));
      }

      @Override
      public @Nullable String stopped() {
        return permit.stopped();
      }
    };
  }

  private @Nullable String judged(ReviewedRun run, Action action, PageView page) {
    var stopped = permit.stopped();
    if (stopped != null) {
      return stopped;
    }
    Optional<String> forbidden =
        transactions.execute(
            _ -> {
              var facts = FactSheets.action(sheets.run(run, ""), action, page);
              var judged =
                  decisions.judge(
                      Checkpoint.ACTION,
                      action.describe() + " on " + page.url(),
                      facts,
                      FactSheets.scope(run),
                      run.id(),
                      run.companyId());
              decisions.keep(judged, null);
              var effect = judged.ruling().effect();
              if (effect.compareTo(Effect.REQUIRE_HUMAN_REVIEW) < 0) {
                return Optional.empty();
              }
              var name = judged.ruling().deciding().map(Ruling.Fired::rule).orElseThrow().name();
              LOG.info("Run {}: “{}” forbids {}", run.id(), name, action.describe());
              return Optional.of("The rule “" + name + "” forbids it.");
            });
    return forbidden.orElse(null);
  }
}
