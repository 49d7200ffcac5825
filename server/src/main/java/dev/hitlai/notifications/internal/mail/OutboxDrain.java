package dev.hitlai.notifications.internal.mail;

import dev.hitlai.notifications.internal.mail.Outbox.MailWaits;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Empties the outbox: by a job now and then, and at once when a mail was put in. */
@Component
public class OutboxDrain {
  private static final Logger log = LoggerFactory.getLogger(OutboxDrain.class);

  private final Outbox outbox;
  private final Smtp smtp;
  private final AtomicBoolean sending = new AtomicBoolean();
  private final AtomicBoolean more = new AtomicBoolean();

  OutboxDrain(Outbox outbox, Smtp smtp) {
    this.outbox = outbox;
    this.smtp = smtp;
  }

  @EventListener
  void on(MailWaits waits) {
    if (smtp.sends()) {
      Thread.ofVirtual().name("mail").start(this::quietly);
    }
  }

  private void quietly() {
    try {
      drain();
    } catch (RuntimeException e) {
      // The job tries again; the database may just be going down.
      log.debug("Mails wait for the next round", e);
    }
  }

  /**
   * Sends what is due, one after the other over one server; a second call at a time does nothing.
   */
  public void drain() {
    more.set(true);
    while (smtp.sends() && more.get() && sending.compareAndSet(false, true)) {
      try {
        more.set(false);
        Tenancy.run(Actor.system("mail outbox"), this::sendAll);
      } finally {
        sending.set(false);
      }
    }
  }

  private void sendAll() {
    Optional<Outbox.Claimed> next = outbox.claim();
    while (next.isPresent()) {
      send(next.get());
      next = outbox.claim();
    }
  }

  private void send(Outbox.Claimed mail) {
    try {
      smtp.send(mail);
      outbox.sent(mail);
    } catch (Smtp.Refused refused) {
      log.warn("Mail {} wasn't sent: {}", mail.id(), refused.getMessage());
      outbox.failed(mail, String.valueOf(refused.getMessage()), refused.forGood());
    }
  }
}
