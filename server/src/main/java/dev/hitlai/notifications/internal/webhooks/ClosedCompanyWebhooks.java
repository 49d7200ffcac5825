package dev.hitlai.notifications.internal.webhooks;

import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_DELIVERIES;
import static dev.hitlai.notifications.internal.jooq.Tables.WEBHOOK_ENDPOINTS;

import dev.hitlai.identity.CompanyClosed;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Programs and channels of a company that is closed hear nothing more. */
@Component
class ClosedCompanyWebhooks {
  private static final String WHY = "The company was closed.";

  private final DSLContext sql;

  ClosedCompanyWebhooks(DSLContext sql) {
    this.sql = sql;
  }

  /** Last, so that what the other modules tell on this occasion isn't delivered either. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CompanyClosed closed) {
    sql.update(WEBHOOK_ENDPOINTS)
        .set(WEBHOOK_ENDPOINTS.IS_ACTIVE, false)
        .set(WEBHOOK_ENDPOINTS.DISABLED_REASON, WHY)
        .where(WEBHOOK_ENDPOINTS.COMPANY_ID.eq(closed.companyId()))
        .execute();
    sql.update(WEBHOOK_DELIVERIES)
        .set(WEBHOOK_DELIVERIES.STATUS, "failed")
        .set(WEBHOOK_DELIVERIES.ERROR, WHY)
        .where(WEBHOOK_DELIVERIES.COMPANY_ID.eq(closed.companyId()))
        .and(WEBHOOK_DELIVERIES.STATUS.eq("waiting"))
        .execute();
  }
}
