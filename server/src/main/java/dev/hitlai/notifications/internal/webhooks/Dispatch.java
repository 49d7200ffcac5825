package dev.hitlai.notifications.internal.webhooks;

import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.Members;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.notifications.ReceiverSwitchedOff;
import dev.hitlai.notifications.internal.webhooks.Deliveries.DeliveryWaits;
import dev.hitlai.notifications.internal.webhooks.DeliveryQueue.Claimed;
import dev.hitlai.notifications.internal.webhooks.DeliveryQueue.Outcome;
import dev.hitlai.notifications.internal.webhooks.DeliveryQueue.SwitchedOff;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries deliveries out, many at a time but one at a time to each receiver. A worker that finds
 * something to do starts the next one before it begins, so there are as many as there is work for.
 */
@Component
public class Dispatch {
  private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

  private final DeliveryQueue queue;
  private final ReceiverPolicy policy;
  private final PinnedPost post;
  private final Members members;
  private final Notifications notifications;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final int parallel;
  private final Semaphore workers;

  Dispatch(
      DeliveryQueue queue,
      ReceiverPolicy policy,
      WebhookSettings settings,
      Members members,
      Notifications notifications,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.queue = queue;
    this.policy = policy;
    this.post = new PinnedPost(settings.connectTimeout(), settings.timeout());
    this.members = members;
    this.notifications = notifications;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
    this.parallel = settings.parallel();
    this.workers = new Semaphore(settings.parallel());
  }

  @EventListener
  void on(DeliveryWaits waits) {
    start();
  }

  /** Looks whether something is due, in the background. */
  public void start() {
    if (workers.tryAcquire()) {
      // A look-up of a name blocks its thread, so virtual ones would block each other.
      Thread.ofPlatform().daemon().name("webhooks").start(this::work);
    }
  }

  private void work() {
    try {
      Tenancy.run(Actor.system("webhooks"), this::deliverAll);
    } catch (RuntimeException e) {
      // The job tries again; the database may just be going down.
      log.debug("Deliveries wait for the next round", e);
    } finally {
      workers.release();
    }
  }

  private void deliverAll() {
    Optional<Claimed> next = claim();
    while (next.isPresent()) {
      start();
      deliver(next.get());
      next = claim();
    }
  }

  /** Half of the workers is kept for receivers that answer, however many others hang. */
  private Optional<Claimed> claim() {
    return queue.claim(workers.availablePermits() < parallel / 2);
  }

  private void deliver(Claimed delivery) {
    Outcome outcome = attempt(delivery);
    if (outcome.error() != null) {
      log.info("Delivery {} failed: {}", delivery.id(), outcome.error());
    }
    transactions.executeWithoutResult(_ -> queue.settle(delivery, outcome).ifPresent(this::tell));
  }

  private Outcome attempt(Claimed delivery) {
    long began = System.nanoTime();
    try {
      var uri = URI.create(delivery.url());
      var answer = post.send(uri, policy.resolve(uri), headers(delivery), delivery.body());
      var took = Duration.ofNanos(System.nanoTime() - began);
      boolean through = answer.status() >= 200 && answer.status() < 300;
      return new Outcome(
          answer.status(), answer.excerpt(), through ? null : refusal(answer.status()), took);
    } catch (UnknownHostException e) {
      return failure("The host can't be found.", began);
    } catch (ReceiverPolicy.Forbidden e) {
      return failure(String.valueOf(e.getMessage()), began);
    } catch (IOException e) {
      return failure(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), began);
    }
  }

  private static Outcome failure(String why, long began) {
    return new Outcome(null, null, why, Duration.ofNanos(System.nanoTime() - began));
  }

  private static String refusal(int status) {
    return status >= 300 && status < 400
        ? "The receiver redirects, which isn't followed; enter the address it leads to."
        : "The receiver answered " + status + ".";
  }

  private Map<String, String> headers(Claimed delivery) {
    var headers = new LinkedHashMap<String, String>();
    if (!delivery.slack()) {
      var now = clock.instant();
      headers.put("webhook-id", delivery.messageId());
      headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
      headers.put(
          "webhook-signature",
          StandardSignature.of(delivery.secret(), delivery.messageId(), now, delivery.body()));
    }
    return headers;
  }

  private void tell(SwitchedOff off) {
    if (off.companyId() == null) {
      events.publishEvent(new ReceiverSwitchedOff(off.endpointId(), off.reason()));
    } else {
      tellAdmins(off.companyId(), off);
    }
  }

  private void tellAdmins(UUID companyId, SwitchedOff off) {
    members
        .atLeast(companyId, CompanyRole.ADMIN)
        .forEach(
            member ->
                notifications.tell(
                    new Notice(
                        "webhook.switched_off",
                        "webhook.switched_off:" + off.endpointId() + ":" + off.since(),
                        NoticeKind.ACCOUNT,
                        new Audience.Person(member.userId()),
                        "A webhook was switched off",
                        List.of(
                            "We no longer deliver to " + off.url() + ". " + off.reason(),
                            "Once the receiver works again, switch the webhook on and send again"
                                + " what it missed."),
                        new Notice.Action("See the deliveries", "/company/settings/webhooks"),
                        Map.of())));
  }
}
