package dev.hitlai.notifications;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes notices; they are delivered after the transaction in which they were told, or not at all.
 */
@Component
public class Notifications {
  private final ApplicationEventPublisher events;

  Notifications(ApplicationEventPublisher events) {
    this.events = events;
  }

  public void tell(Notice notice) {
    events.publishEvent(notice);
  }
}
