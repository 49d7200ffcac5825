package dev.hitlai.notifications.web;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.internal.centre.Centre;
import dev.hitlai.web.SignedIn;
import dev.hitlai.web.UnreadNotices;
import org.springframework.stereotype.Component;

/** The number on the bell. */
@Component
class UnreadCount implements UnreadNotices {
  private final Centre centre;

  UnreadCount(Centre centre) {
    this.centre = centre;
  }

  @Override
  public long of(SignedIn person) {
    return person instanceof CurrentUser user ? centre.unread(user.userId()) : 0;
  }
}
