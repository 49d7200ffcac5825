package dev.hitlai.notifications.internal.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the SMTP server. */
@Component
class Smtp {
  private final MailSettings settings;
  private final JavaMailSenderImpl sender;

  Smtp(MailSettings settings) {
    this.settings = settings;
    this.sender = settings.sends() ? sender(settings) : new JavaMailSenderImpl();
  }

  /** Why a mail couldn't be handed over. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    Refused(String message, boolean forGood, Throwable cause) {
      super(message, cause);
      this.forGood = forGood;
    }

    /** Whether the same mail would be refused again. */
    boolean forGood() {
      return forGood;
    }
  }

  boolean sends() {
    return settings.sends();
  }

  void send(Outbox.Claimed mail) throws Refused {
    try {
      sender.send(message(mail));
    } catch (AddressException e) {
      throw new Refused("The address isn't one: " + e.getMessage(), true, e);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new Refused(String.valueOf(e.getMessage()), true, e);
    } catch (MailAuthenticationException e) {
      throw new Refused("The SMTP server refused our login: " + e.getMessage(), false, e);
    } catch (MailException e) {
      throw new Refused(reason(e), addressIsRefused(e), e);
    }
  }

  private MimeMessage message(Outbox.Claimed mail)
      throws MessagingException, UnsupportedEncodingException {
    var message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, UTF_8.name());
    helper.setFrom(new InternetAddress(settings.from(), settings.fromName(), UTF_8.name()));
    helper.setTo(new InternetAddress(mail.toAddress(), mail.toName(), UTF_8.name()));
    if (settings.replyTo() != null) {
      helper.setReplyTo(settings.replyTo());
    }
    helper.setSubject(mail.subject());
    helper.setText(mail.text(), mail.html());
    // So that no out-of-office note comes back (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    // The same mail has the same id, however often it is tried.
    message.setHeader("X-Entity-Ref-ID", mail.id().toString());
    if (mail.unsubscribeUrl() != null) {
      // One click in the mail program is enough (RFC 8058).
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return message;
  }

  private static String reason(MailException e) {
    Throwable deepest = e instanceof MailSendException failed ? first(failed) : e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return Objects.requireNonNullElse(deepest.getMessage(), deepest.getClass().getSimpleName());
  }

  private static Throwable first(MailSendException e) {
    return e.getMessageExceptions().length > 0 ? e.getMessageExceptions()[0] : e;
  }

  /** A code of the 500s about the address; greylisting and full boxes answer 400s. */
  private static boolean addressIsRefused(MailException e) {
    return e instanceof MailSendException failed
        && first(failed) instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0
        && refused.getNextException() != null
        && String.valueOf(refused.getNextException().getMessage()).matches("(?s)\\s*5\\d\\d.*");
  }

  private static JavaMailSenderImpl sender(MailSettings settings) {
    var sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(UTF_8.name());
    boolean login = !settings.username().isBlank();
    if (login) {
      sender.setUsername(settings.username());
      sender.setPassword(settings.password());
    }
    String timeout = String.valueOf(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(login));
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    switch (settings.security()) {
      case NONE -> {}
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      }
      case TLS -> {
        properties.setProperty("mail.smtp.ssl.enable", "true");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      }
    }
    sender.setJavaMailProperties(properties);
    return sender;
  }
}
