package dev.hitlai.training.internal;

import static dev.hitlai.training.internal.jooq.Tables.AI_OUTPUTS;
import static dev.hitlai.training.internal.jooq.Tables.AI_TRAINING_DATA;
import static dev.hitlai.training.internal.jooq.Tables.MODEL_DEPLOYMENTS;
import static org.jooq.impl.DSL.countDistinct;

import dev.hitlai.testers.PhaseFigure;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the platform's phases wait for and the learning loop knows. */
@Configuration(proxyBeanMethods = false)
class PhaseCounts {

  /** Asks when it is asked. */
  private interface Count {
    int of(DSLContext sql);
  }

  private record Figure(PhaseFigure.Kind kind, DSLContext sql, Count count) implements PhaseFigure {
    @Override
    public BigDecimal current() {
      return BigDecimal.valueOf(count.of(sql));
    }
  }

  /** Tests with at least one example that is ready. */
  @Bean
  PhaseFigure testsReadyForTraining(DSLContext sql) {
    return new Figure(
        PhaseFigure.Kind.TRAINING_READY,
        sql,
        now ->
            now.select(countDistinct(AI_OUTPUTS.TEST_RUN_ID))
                .from(AI_TRAINING_DATA)
                .join(AI_OUTPUTS)
                .on(AI_OUTPUTS.ID.eq(AI_TRAINING_DATA.OUTPUT_ID))
                .where(AI_TRAINING_DATA.INCLUDED)
                .fetchSingle()
                .value1());
  }

  /** Own versions that are live for everybody. */
  @Bean
  PhaseFigure ownModelsDeployed(DSLContext sql) {
    return new Figure(
        PhaseFigure.Kind.MODELS_DEPLOYED,
        sql,
        now ->
            now.fetchCount(
                MODEL_DEPLOYMENTS,
                MODEL_DEPLOYMENTS.UNTIL.isNull(),
                MODEL_DEPLOYMENTS.STAGE.eq("live"),
                MODEL_DEPLOYMENTS.COMPANY_ID.isNull()));
  }
}
