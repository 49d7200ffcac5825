package dev.hitlai.notifications.internal.mail;

import dev.hitlai.identity.UserType;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.centre.Digests;
import dev.hitlai.notifications.internal.mail.MailView.Section;
import dev.hitlai.notifications.internal.mail.Unsubscribing.Wish;
import dev.hitlai.platform.PublicAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes mails and puts them into the outbox, in the caller's transaction. */
@Component
public class Mails {
  private static final int LONGEST_PREVIEW = 140;

  private final MailTemplates templates;
  private final Outbox outbox;
  private final Unsubscribing unsubscribing;
  private final PublicAddress address;

  Mails(
      MailTemplates templates, Outbox outbox, Unsubscribing unsubscribing, PublicAddress address) {
    this.templates = templates;
    this.outbox = outbox;
    this.unsubscribing = unsubscribing;
    this.address = address;
  }

  /** To a person with an account, who wants it. */
  public void write(Notice notice, Recipient to) {
    var wish = new Wish.OfPerson(to.userId(), Set.of(notice.kind()));
    var view =
        view(
            notice.title(),
            List.of(section(null, notice.paragraphs(), notice.action())),
            to.name(),
            Reasons.of(notice.kind(), to.type()),
            preferences(),
            notice.kind().isOptional() ? unsubscribe(wish) : null);
    put(notice.kind(), notice.event(), to.email(), to.name(), view, to);
  }

  /** To somebody without an account, unless the address wants no more of it. */
  public void write(Notice notice, Audience.Address to) {
    NoticeKind kind = notice.kind();
    if (kind.isOptional() && unsubscribing.refuses(to.email(), kind)) {
      return;
    }
    var wish = new Wish.OfAddress(to.email(), Set.of(kind));
    var view =
        view(
            notice.title(),
            List.of(section(null, notice.paragraphs(), notice.action())),
            to.name(),
            Reasons.ofAddress(kind, to.email()),
            null,
            kind.isOptional() ? unsubscribe(wish) : null);
    put(kind, notice.event(), to.email(), to.name(), view, null);
  }

  /** To somebody who subscribed; what ends it is the subscriber's own link. */
  public void write(Notice notice, Audience.Subscriber to) {
    var view =
        view(
            notice.title(),
            List.of(section(null, notice.paragraphs(), notice.action())),
            "",
            to.because(),
            null,
            address.of(to.unsubscribePath()));
    put(notice.kind(), notice.event(), to.email(), "", view, null);
  }

  /** The daily mail of a person. */
  public void write(List<Digests.Entry> entries, Recipient to) {
    var kinds =
        entries.stream()
            .map(Digests.Entry::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class)));
    var view =
        view(
            title(entries),
            entries.stream()
                .map(entry -> section(entry.title(), entry.paragraphs(), entry.action()))
                .toList(),
            to.name(),
            "You get this once a day because you asked for a daily mail.",
            preferences(),
            unsubscribe(new Wish.OfPerson(to.userId(), kinds)));
    put(entries.getFirst().kind(), "digest", to.email(), to.name(), view, to);
  }

  private static String title(List<Digests.Entry> entries) {
    return entries.size() == 1
        ? entries.getFirst().title()
        : entries.size() + " things that happened since yesterday";
  }

  private Section section(
      @Nullable String heading, List<String> paragraphs, Notice.@Nullable Action action) {
    return action == null
        ? new Section(heading, paragraphs, null, null)
        : new Section(heading, paragraphs, action.label(), address.of(action.path()));
  }

  private MailView view(
      String title,
      List<Section> sections,
      String name,
      String reason,
      @Nullable String preferences,
      @Nullable String unsubscribe) {
    return new MailView(
        title,
        preview(sections),
        name.isBlank() ? null : "Hello " + name.strip() + ",",
        sections,
        reason,
        preferences,
        unsubscribe,
        address.of("/"),
        address.host());
  }

  private static String preview(List<Section> sections) {
    String text =
        sections.stream()
            .map(
                section ->
                    section.heading() == null
                        ? String.join(" ", section.paragraphs())
                        : section.heading())
            .collect(Collectors.joining(" · "));
    return text.length() <= LONGEST_PREVIEW ? text : text.substring(0, LONGEST_PREVIEW - 1) + "…";
  }

  private String preferences() {
    return address.of("/notifications/preferences");
  }

  private String unsubscribe(Wish wish) {
    return address.of(unsubscribing.path(wish));
  }

  private void put(
      NoticeKind kind,
      String event,
      String email,
      String name,
      MailView view,
      @Nullable Recipient person) {
    outbox.put(
        new Outbox.NewMail(
            person == null ? null : person.userId(),
            kind,
            event,
            email,
            name,
            view.title(),
            templates.text(view),
            templates.html(view),
            view.unsubscribeUrl()));
  }

  /** Why somebody gets a mail. */
  static final class Reasons {
    private Reasons() {}

    static String of(NoticeKind kind, UserType type) {
      String because =
          switch (kind) {
            case TESTS -> "a test of your company moved on";
            case FINDINGS -> "a test of your company found something critical";
            case ASSIGNMENTS -> "it is about work offered to you";
            case MONEY ->
                type == UserType.TESTER
                    ? "it is about your earnings"
                    : "it is about your company's money";
            case MILESTONES -> "something opened that counts your tests";
            case PROGRAMS -> "you take part in one of our programs";
            case HEALTH -> "something that you watch or use changed how it does";
            case ACCOUNT -> "it is about your account, which we always tell you";
          };
      return type == UserType.ADMIN && kind.isOptional()
          ? "You get this because you look after the platform."
          : "You get this because " + because + ".";
    }

    static String ofAddress(NoticeKind kind, String email) {
      return kind.isOptional()
          ? "You get this because somebody gave us " + email + " to be told about it."
          : "You get this because somebody entered "
              + email
              + " here. If it wasn't you, you need do nothing.";
    }
  }
}
