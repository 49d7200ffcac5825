package dev.hitlai.recording.internal.signals;

import dev.hitlai.recording.internal.signals.Story.Click;
import dev.hitlai.recording.internal.signals.Story.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clicks that ended in an error: a failed request, a script that broke, a link to nowhere. */
final class Failures implements Detector {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int SERVER_ERROR = 500;
  private static final int CLIENT_ERROR = 400;

  @Override
  public List<Signal> find(Story story, SignalSettings settings) {
    var signals = new ArrayList<Signal>();
    requests(story, settings, signals);
    errors(story, settings, signals);
    return signals;
  }

  private static void requests(Story story, SignalSettings settings, List<Signal> signals) {
    for (var request : story.requests()) {
      int status = request.status() == null ? 0 : request.status();
      if (request.success() && status < CLIENT_ERROR) {
        continue;
      }
      boolean document = "document".equals(request.type());
      var click = click(story, request.pageId(), request.at(), request.click(), settings);
      if (document && (status == NOT_FOUND || status == GONE)) {
        signals.add(
            of(
                SignalKind.BROKEN_LINK,
                request,
                click,
                "page_missing",
                "A page wasn't there: %s answered %d.".formatted(request.url(), status)));
      } else if (click != null && click.is(Flags.LINK) && (status == NOT_FOUND || status == GONE)) {
        signals.add(
            of(
                SignalKind.BROKEN_LINK,
                request,
                click,
                "link_target_missing",
                "%s leads to %s, which answered %d."
                    .formatted(click.name(), request.url(), status)));
      } else if (click != null) {
        signals.add(
            of(
                SignalKind.ERROR_CLICK,
                request,
                click,
                status >= SERVER_ERROR
                    ? "server_failed"
                    : status == 0 ? "no_answer" : "request_refused",
                "After a click on %s, %s %s."
                    .formatted(
                        click.name(),
                        request.url(),
                        status == 0 ? "got no answer" : "answered " + status)));
      }
    }
  }

  private static void errors(Story story, SignalSettings settings, List<Signal> signals) {
    for (var error : story.errors()) {
      if ("resource".equals(error.origin())) {
        continue;
      }
      var click = click(story, error.pageId(), error.at(), null, settings);
      if (click != null) {
        boolean nothing = click.effects() != null && click.effects() == 0;
        signals.add(
            new Signal(
                nothing ? SignalKind.ERROR_CLICK : SignalKind.ERROR_AFTER_ACTION,
                error.pageId(),
                click.at(),
                error.at(),
                "script_error",
                "After a click on %s a script failed: %s."
                    .formatted(click.name(), Texts.cut(error.message(), 200)),
                click.selector(),
                click.pageX(),
                click.pageY(),
                List.of(click.id(), error.id())));
      } else {
        form(story, error, settings).ifPresent(signals::add);
      }
    }
  }

  private static Optional<Signal> form(Story story, Story.JsError error, SignalSettings settings) {
    return story.forms().stream()
        .filter(f -> f.type().equals("submit") || f.type().equals("change"))
        .filter(f -> Objects.equals(f.pageId(), error.pageId()))
        .filter(
            f -> error.at() >= f.at() && error.at() - f.at() <= settings.errorWithin().toMillis())
        .findFirst()
        .map(
            f ->
                new Signal(
                    SignalKind.ERROR_AFTER_ACTION,
                    error.pageId(),
                    f.at(),
                    error.at(),
                    "script_error",
                    "After the form was %s a script failed: %s."
                        .formatted(
                            f.type().equals("submit") ? "sent" : "changed",
                            Texts.cut(error.message(), 200)),
                    null,
                    null,
                    null,
                    List.of(f.id(), error.id())));
  }

  private static @Nullable Click click(
      Story story,
      java.util.@Nullable UUID page,
      long at,
      @Nullable Integer number,
      SignalSettings settings) {
    Click last = null;
    for (var click : story.clicks()) {
      if (!Objects.equals(click.pageId(), page) || click.at() > at) {
        continue;
      }
      boolean named = number != null && click.number() == number;
      boolean near = number == null && at - click.at() <= settings.errorWithin().toMillis();
      if (named || near) {
        last = click;
      }
    }
    return last;
  }

  private static Signal of(
      SignalKind kind,
      Story.Request request,
      @Nullable Click click,
      String cause,
      String explanation) {
    return new Signal(
        kind,
        request.pageId(),
        click == null ? request.at() : click.at(),
        request.at(),
        cause,
        Texts.cut(explanation, 600),
        click == null ? null : click.selector(),
        click == null ? null : Integer.valueOf(click.pageX()),
        click == null ? null : Integer.valueOf(click.pageY()),
        click == null ? List.of(request.id()) : List.of(click.id(), request.id()));
  }
}
