package dev.hitlai.training.internal.registry;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.HUMAN_CORRECTIONS;

import dev.hitlai.training.internal.learn.Calibrator;
import dev.hitlai.training.internal.learn.Example;
import dev.hitlai.training.internal.learn.RewardModel;
import dev.hitlai.training.internal.learn.SeverityModel;
import dev.hitlai.training.internal.learn.Split;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fits a model to what people said and measures it on sites that were kept back. */
@Component
class ModelTraining {
  /** With fewer findings that people spoke of, a model would learn chance. */
  static final int LEAST = 50;

  private final DSLContext sql;
  private final Examples examples;
  private final ModelStore models;
  private final TransactionTemplate transactions;

  ModelTraining(
      DSLContext sql, Examples examples, ModelStore models, TransactionTemplate transactions) {
    this.sql = sql;
    this.examples = examples;
    this.models = models;
    this.transactions = transactions;
  }

  /** There is too little to learn from. */
  static final class TooLittle extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLittle(String why) {
      super(why);
    }
  }

  /** Hears how far it is. */
  interface Progress {
    void at(String what, int percent);
  }

  /** A fitted model with its figures. */
  private record Fitted(Object parameters, Evaluation evaluation, int examples) {}

  UUID train(TrainingJobs.Job job, Progress progress) {
    progress.at("Reading what people said", 5);
    var data = examples.read(job.companyId());
    var training = data.examples().stream().filter(one -> !one.held()).toList();
    var held = data.examples().stream().filter(Example::held).toList();
    progress.at("Learning from %d findings".formatted(training.size()), 20);
    var fitted =
        switch (job.kind()) {
          case CALIBRATOR -> calibrator(training, held, progress);
          case SEVERITY -> severity(training, held);
          case REWARD -> reward(data.preferences());
          case TESTER, HOSTED -> throw new TooLittle("This kind is not trained here.");
        };
    progress.at("Keeping the version", 95);
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              markUsed(training);
              return models
                  .add(
                      job.kind(),
                      job.companyId(),
                      fitted.parameters(),
                      fitted.evaluation(),
                      job.seed(),
                      data.hash(),
                      fitted.examples(),
                      null)
                  .id();
            }));
  }

  private static Fitted calibrator(List<Example> training, List<Example> held, Progress progress) {
    if (training.isEmpty()) {
      throw new TooLittle("No site to learn from is left besides those kept for evaluation.");
    }
    try {
      var model =
          Calibrator.fit(
              training,
              share -> progress.at("Learning which findings are right", 20 + (int) (60 * share)));
      progress.at("Trying it on sites that it never saw", 85);
      return new Fitted(model, Evaluator.calibrator(model, held), training.size());
    } catch (IllegalArgumentException e) {
      throw new TooLittle(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static Fitted severity(List<Example> training, List<Example> held) {
    var graded =
        training.stream()
            .filter(one -> one.severity() != null)
            .map(one -> new SeverityModel.Graded(one.features(), one.severity()))
            .toList();
    if (graded.isEmpty()) {
      throw new TooLittle("Nobody said of any finding how grave it is.");
    }
    var model = SeverityModel.fit(graded);
    return new Fitted(model, Evaluator.severity(model, held), graded.size());
  }

  private static Fitted reward(List<RewardModel.Preference> preferences) {
    var training = preferences.stream().filter(p -> !Split.held(p.site())).toList();
    var held = preferences.stream().filter(p -> Split.held(p.site())).toList();
    if (training.size() < LEAST) {
      throw new TooLittle(
          "%d preferences are known on sites to learn from; %d are needed."
              .formatted(training.size(), LEAST));
    }
    var model = RewardModel.fit(training);
    return new Fitted(model, Evaluator.reward(model, held), training.size());
  }

  /** Testers are paid for words that models learnt from. */
  private void markUsed(List<Example> training) {
    var ids = training.stream().map(Example::id).toArray(UUID[]::new);
    sql.update(HUMAN_CORRECTIONS)
        .set(HUMAN_CORRECTIONS.USED_FOR_TRAINING, true)
        .where(
            HUMAN_CORRECTIONS.ISSUE_ID.in(
                sql.select(AI_OUTPUTS.ISSUE_ID)
                    .from(AI_OUTPUTS)
                    .where(AI_OUTPUTS.ID.eq(org.jooq.impl.DSL.any(ids)))))
        .andNot(HUMAN_CORRECTIONS.USED_FOR_TRAINING)
        .andNot(HUMAN_CORRECTIONS.ON_GOLD)
        .execute();
  }
}
