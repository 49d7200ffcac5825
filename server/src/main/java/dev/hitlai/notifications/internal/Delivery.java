package dev.hitlai.notifications.internal;

import dev.hitlai.identity.Members;
import dev.hitlai.identity.UserType;
import dev.hitlai.identity.Users;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.centre.Centre;
import dev.hitlai.notifications.internal.centre.Digests;
import dev.hitlai.notifications.internal.centre.Preferences;
import dev.hitlai.notifications.internal.centre.Preferences.MailChoice;
import dev.hitlai.notifications.internal.mail.Mails;
import dev.hitlai.notifications.internal.mail.Recipient;
import dev.hitlai.notifications.internal.webhooks.Deliveries;
import dev.hitlai.notifications.internal.webhooks.DirectReceivers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Parts a notice among people and channels; inside the transaction of the fact. */
@Component
public class Delivery {
  private final AsThePlatform platform;
  private final ToldNotices told;
  private final Users users;
  private final Members members;
  private final Preferences preferences;
  private final Centre centre;
  private final Digests digests;
  private final Mails mails;
  private final Deliveries deliveries;
  private final DirectReceivers receivers;

  Delivery(
      AsThePlatform platform,
      ToldNotices told,
      Users users,
      Members members,
      Preferences preferences,
      Centre centre,
      Digests digests,
      Mails mails,
      Deliveries deliveries,
      DirectReceivers receivers) {
    this.platform = platform;
    this.told = told;
    this.users = users;
    this.members = members;
    this.preferences = preferences;
    this.centre = centre;
    this.digests = digests;
    this.mails = mails;
    this.deliveries = deliveries;
    this.receivers = receivers;
  }

  public void accept(Notice notice) {
    platform.ask(
        () -> {
          if (told.isNew(name(notice.audience()), notice)) {
            deliver(notice);
          }
          return notice;
        });
  }

  private void deliver(Notice notice) {
    switch (notice.audience()) {
      case Audience.Person person ->
          users.find(person.userId()).stream()
              .map(user -> recipient(user.id(), user.email(), user.displayName(), user.type()))
              .forEach(recipient -> tell(notice, recipient));
      case Audience.Company company -> {
        members.of(company.companyId()).stream()
            .map(m -> recipient(m.userId(), m.email(), m.displayName(), UserType.COMPANY))
            .forEach(recipient -> tell(notice, recipient));
        deliveries.enqueue(company.companyId(), notice);
      }
      case Audience.Administrators _ ->
          users.administrators().stream()
              .map(user -> recipient(user.id(), user.email(), user.displayName(), user.type()))
              .forEach(recipient -> tell(notice, recipient));
      case Audience.Address address -> mails.write(notice, address);
      case Audience.Receiver(var receiverId) -> receivers.send(receiverId, notice);
      case Audience.Programs _ -> deliveries.enqueueEverywhere(notice);
      case Audience.Subscriber subscriber -> mails.write(notice, subscriber);
    }
  }

  private void tell(Notice notice, Recipient recipient) {
    var choice = preferences.of(recipient.userId(), notice.kind());
    if (choice.inApp()) {
      centre.add(recipient.userId(), notice);
    }
    switch (choice.mail()) {
      case MailChoice.NOW -> mails.write(notice, recipient);
      case MailChoice.DIGEST -> digests.add(recipient.userId(), notice);
      case MailChoice.OFF -> {}
    }
  }

  private static Recipient recipient(java.util.UUID id, String email, String name, UserType type) {
    return new Recipient(id, email, name, type);
  }

  private static String name(Audience audience) {
    return switch (audience) {
      case Audience.Person(var userId) -> "person:" + userId;
      case Audience.Company(var companyId) -> "company:" + companyId;
      case Audience.Administrators() -> "administrators";
      case Audience.Address(var email, var _) -> "address:" + email.toLowerCase(Locale.ROOT);
      case Audience.Receiver(var receiverId) -> "receiver:" + receiverId;
      case Audience.Programs() -> "programs";
      case Audience.Subscriber(var email, var _, var _) ->
          "subscriber:" + email.toLowerCase(Locale.ROOT);
    };
  }

  /** Kinds that somebody of a type hears of; what never comes is no choice. */
  public static List<NoticeKind> kindsOf(UserType type) {
    return switch (type) {
      case COMPANY ->
          kinds(
              NoticeKind.TESTS,
              NoticeKind.FINDINGS,
              NoticeKind.MONEY,
              NoticeKind.MILESTONES,
              NoticeKind.PROGRAMS,
              NoticeKind.HEALTH);
      case TESTER ->
          kinds(
              NoticeKind.ASSIGNMENTS, NoticeKind.MONEY, NoticeKind.MILESTONES, NoticeKind.PROGRAMS);
      case ADMIN -> NoticeKind.optional();
    };
  }

  private static List<NoticeKind> kinds(NoticeKind... kinds) {
    return Stream.of(kinds).toList();
  }
}
