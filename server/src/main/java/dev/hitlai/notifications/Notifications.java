package dev.hitlai.notifications;

import dev.hitlai.notifications.internal.Delivery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes notices; they are delivered after the transaction in which they were told, or not at all.
 *
 * <pre>{@code
 * notifications.tell(new Notice("test.completed", "test.completed:" + runId, NoticeKind.TESTS,
 *     new Audience.Company(companyId), "The test of shop.example is done", List.of("…"),
 *     new Notice.Action("See the result", "/company/tests/" + requestId), Map.of("testRunId", runId)));
 * }</pre>
 */
@Component
public class Notifications {
  private final Delivery delivery;

  Notifications(Delivery delivery) {
    this.delivery = delivery;
  }

  /**
   * Puts the notice before everybody of its audience, as each of them wants it: in the app, in the
   * outbox of mails, among the deliveries to webhooks and Slack. Whoever asks needs no right to see
   * those people. Told again with the same key to the same audience, it does nothing.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(Notice notice) {
    delivery.accept(notice);
  }
}
