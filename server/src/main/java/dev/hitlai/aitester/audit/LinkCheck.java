package dev.hitlai.aitester.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks for links without the visitor's cookies, so that looking changes nothing; remembers each
 * answer for the run.
 */
final class LinkCheck {
  private static final Duration TIMEOUT = Duration.ofSeconds(4);
  private static final int REDIRECTS = 8;
  private static final int HUGE = 2_000_000;

  /** A refresh after 0 seconds is a redirect. */
  private static final Pattern AT_ONCE =
      Pattern.compile(
          "(?i)<meta\\b[^>]*http-equiv=[\"']?refresh\\b[^>]*content=[\"']\\s*0\\s*[;,]\\s*(?:url\\s*=\\s*)?[\"']?([^\"'>\\s]+)");

  private static final Pattern TELEPHONE = Pattern.compile("\\+?\\(?\\d[\\d ()/.-]{5,}\\d");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(TIMEOUT).build();
  private final Map<URI, Answer> known = new ConcurrentHashMap<>();
  private final Map<String, Long> waits = new ConcurrentHashMap<>();
  private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();
  private final Map<URI, Optional<Map<String, List<String>>>> headers = new ConcurrentHashMap<>();
  private final Map<URI, Boolean> uncompressed = new ConcurrentHashMap<>();

  /** What is behind a link. */
  enum Answer {
    FINE,
    MISSING,
    SERVER_ERROR,
    LOOP,
    /** No answer that says something about visitors: asks for a login, refuses, times out. */
    UNKNOWN
  }

  /** The answers for the addresses, asked side by side. */
  Map<URI, Answer> ask(Collection<URI> addresses) {
    var fresh = new LinkedHashSet<>(addresses);
    fresh.removeAll(known.keySet());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fresh.forEach(address -> threads.execute(() -> known.put(address, follow(address))));
    }
    var answers = new HashMap<URI, Answer>();
    addresses.forEach(address -> answers.put(address, known.getOrDefault(address, Answer.UNKNOWN)));
    return answers;
  }

  /** The headers with which an address answers, names in lower case; empty without an answer. */
  Optional<Map<String, List<String>>> headers(URI address) {
    return headers.computeIfAbsent(address, this::sentHeaders);
  }

  private Optional<Map<String, List<String>>> sentHeaders(URI address) {
    try {
      return Optional.of(send(address, "GET").headers().map());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** How many bytes an address promises to send; 0 when it doesn't say. */
  long size(URI address) {
    return headers(address)
        .map(headers -> headers.getOrDefault("content-length", List.of("0")).getFirst())
        .filter(length -> length.matches("\\d{1,15}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /**
   * Those of the addresses that keep a visitor waiting for longer than so much when they are asked
   * once more. What can't be asked again (it fails, or isn't for everybody) isn't among them.
   */
  Set<String> stillSlower(long millis, Collection<String> suspects) {
    var fresh = new LinkedHashSet<>(suspects);
    fresh.removeAll(waits.keySet());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fresh.forEach(address -> threads.execute(() -> waits.put(address, millis(address))));
    }
    return suspects.stream()
        .filter(address -> waits.getOrDefault(address, 0L) > millis)
        .collect(Collectors.toSet());
  }

  private long millis(String address) {
    long start = System.nanoTime();
    try {
      int status = send(URI.create(address), "GET").statusCode();
      return status < 300 ? (System.nanoTime() - start) / 1_000_000 : 0;
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /**
   * Whether two addresses of the site show the same text, redirects followed. Addresses of other
   * hosts are not asked and count as different.
   */
  boolean samePage(String one, String other, String host) {
    var first = text(one, host);
    return first.isPresent() && first.equals(text(other, host));
  }

  /** Whether two addresses of the site name the same telephone numbers, one at least. */
  boolean sameTelephone(String one, String other, String host) {
    var first = telephones(text(one, host));
    var second = telephones(text(other, host));
    return first.stream().anyMatch(second::contains);
  }

  private static Set<String> telephones(Optional<String> text) {
    return TELEPHONE
        .matcher(text.orElse(""))
        .results()
        .map(number -> number.group().replaceAll("\\D", ""))
        .collect(Collectors.toSet());
  }

  /** What a visitor without a session is shown at an address itself; empty when led elsewhere. */
  Optional<String> strangersText(URI address) {
    return texts.computeIfAbsent(
        "stranger " + address, _ -> source(address).map(LinkCheck::mainText));
  }

  /** A text file as it is; empty when it isn't there or is huge. */
  Optional<String> source(URI address) {
    try {
      var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 && response.body().length() < HUGE
          ? Optional.of(response.body())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A file as it is; empty when it isn't there or is huge. */
  Optional<byte[]> bytes(URI address) {
    try {
      var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
      var response = client.send(request, BodyHandlers.ofByteArray());
      return response.statusCode() == 200 && response.body().length < HUGE
          ? Optional.of(response.body())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Whether a text is sent as it is although the asker takes it compressed. */
  boolean isUncompressed(URI address) {
    return uncompressed.computeIfAbsent(address, this::isSentAsItIs);
  }

  private boolean isSentAsItIs(URI address) {
    try {
      var request =
          HttpRequest.newBuilder(address)
              .timeout(TIMEOUT)
              .header("Accept-Encoding", "gzip, deflate, br")
              .build();
      var response = client.send(request, BodyHandlers.discarding());
      return response.statusCode() == 200
          && response.headers().firstValue("content-encoding").isEmpty();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<String> text(String address, String host) {
    return texts.computeIfAbsent(address, asked -> body(asked, host).map(LinkCheck::mainText));
  }

  private Optional<String> body(String address, String host) {
    try {
      var at = URI.create(address);
      for (int i = 0; i < REDIRECTS && host.equals(at.getHost()); i++) {
        var request = HttpRequest.newBuilder(at).timeout(TIMEOUT).build();
        var response = client.send(request, BodyHandlers.ofString());
        var next = next(response);
        if (next.isEmpty()) {
          return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        }
        at = at.resolve(next.get());
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Where an answer leads on to without a pause; empty when it is the end. */
  private static Optional<String> next(HttpResponse<String> response) {
    if (response.statusCode() / 100 == 3) {
      return response.headers().firstValue("location");
    }
    var refresh = AT_ONCE.matcher(response.body());
    return refresh.find() ? Optional.of(refresh.group(1).replace("&amp;", "&")) : Optional.empty();
  }

  /** The words of the page's own content, without what is around it on each page. */
  private static String mainText(String html) {
    var body =
        html.replaceAll("(?is)<(head|script|style|nav|header|footer|aside)\\b.*?</\\1>", " ");
    var main = Pattern.compile("(?is)<main\\b.*?</main>").matcher(body);
    return (main.find() ? main.group() : body)
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private Answer follow(URI start) {
    var at = start;
    var seen = new LinkedHashSet<URI>();
    while (seen.add(at) && seen.size() <= REDIRECTS) {
      try {
        var response = send(at, "HEAD");
        if (response.statusCode() == 405
            || response.statusCode() == 501
            || response.statusCode() == 404) {
          response = send(at, "GET"); // Some servers answer HEAD wrongly.
        }
        var location = response.headers().firstValue("location");
        if (response.statusCode() < 300 || response.statusCode() >= 400 || location.isEmpty()) {
          return judged(response.statusCode());
        }
        at = at.resolve(location.get());
      } catch (IOException | IllegalArgumentException e) {
        return Answer.UNKNOWN;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Answer.UNKNOWN;
      }
    }
    return Answer.LOOP;
  }

  private HttpResponse<Void> send(URI address, String method)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address).timeout(TIMEOUT).method(method, BodyPublishers.noBody());
    return client.send(request.build(), BodyHandlers.discarding());
  }

  private static Answer judged(int status) {
    if (status == 404 || status == 410) {
      return Answer.MISSING;
    }
    if (status >= 500 && status != 501 && status != 503) {
      return Answer.SERVER_ERROR;
    }
    return status < 300 ? Answer.FINE : Answer.UNKNOWN;
  }
}
