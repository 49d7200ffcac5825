package dev.hitlai.alignment.internal.constitution;

import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Facts;
import dev.hitlai.alignment.rules.Rule.Scope;
import dev.hitlai.alignment.rules.Ruling;
import dev.hitlai.platform.OutputReview;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges what a model answered before it is used; what would need a person is not used. */
@Component
class OutputRules implements OutputReview {
  private final ConstitutionDecisions decisions;
  private final TransactionTemplate transactions;

  OutputRules(ConstitutionDecisions decisions, TransactionTemplate transactions) {
    this.decisions = decisions;
    this.transactions = transactions;
  }

  @Override
  public @Nullable String refuses(Output output) {
    var judged =
        decisions.judge(
            Checkpoint.OUTPUT,
            output.model() + ": " + output.task(),
            facts(output),
            new Scope(output.companyId(), null, null),
            output.testRunId(),
            output.companyId());
    Tenancy.run(
        Actor.system("model output"),
        () -> transactions.executeWithoutResult(_ -> decisions.keep(judged, null)));
    return judged.ruling().effect().compareTo(Effect.REQUIRE_HUMAN_REVIEW) < 0
        ? null
        : "The rule “%s” forbids it."
            .formatted(judged.ruling().deciding().map(Ruling.Fired::rule).orElseThrow().name());
  }

  private static Facts facts(Output output) {
    return Facts.builder()
        .with("inference", "task", output.task())
        .with("inference", "provider", output.provider())
        .with("inference", "model", output.model())
        .with("inference", "tier", output.tier())
        .with("inference", "prompt", output.prompt())
        .with("inference", "output", output.output())
        .with("inference", "inputTokens", output.inputTokens())
        .with("inference", "outputTokens", output.outputTokens())
        .with("inference", "cost", output.cost())
        .with("inference", "latencyMs", output.latencyMillis())
        .with("company", "id", output.companyId() == null ? null : output.companyId().toString())
        .with("run", "id", output.testRunId() == null ? null : output.testRunId().toString())
        .build();
  }
}
