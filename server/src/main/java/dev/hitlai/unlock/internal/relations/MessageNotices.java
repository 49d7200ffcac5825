package dev.hitlai.unlock.internal.relations;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.unlock.internal.relations.Conversations.Conversation;
import dev.hitlai.unlock.internal.relations.Conversations.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells whoever a message is for. */
@Component
class MessageNotices {
  private final Notifications notifications;
  private final AccountManagers managers;

  MessageNotices(Notifications notifications, AccountManagers managers) {
    this.notifications = notifications;
    this.managers = managers;
  }

  void tell(Conversation conversation, UUID message, CurrentUser by, String body) {
    boolean ours = by.type() == UserType.ADMIN;
    var audience = ours ? new Audience.Company(conversation.companyId()) : reader(conversation);
    String path = (ours ? "/company/conversations/" : "/admin/messages/") + conversation.id();
    notifications.tell(
        new Notice(
            "message.received",
            "message.received:" + message,
            NoticeKind.ACCOUNT,
            audience,
            (conversation.priority() && !ours ? "Priority: " : "") + conversation.subject(),
            List.of(by.displayName() + " wrote:", body),
            new Notice.Action("Read and answer", path),
            Map.of("conversationId", conversation.id().toString())));
  }

  /** The account manager reads what is written to them, everybody of us the rest. */
  private Audience reader(Conversation conversation) {
    if (conversation.topic() == Topic.SUPPORT) {
      return new Audience.Administrators();
    }
    return managers
        .of(conversation.companyId())
        .<Audience>map(contact -> new Audience.Person(contact.userId()))
        .orElseGet(Audience.Administrators::new);
  }
}
