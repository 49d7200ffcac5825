package dev.hitlai.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Speaks as much of Stripe's HTTP as a checkout needs; one for the JVM. */
public final class FakeStripe {
  public static final String SECRET_KEY = "sk_test_secret";
  public static final String WEBHOOK_SECRET = "whsec_test";

  /** A payment of so many cents is refused. */
  public static final String REFUSED_CENTS = "6666";

  /** A refund of so many cents is refused. */
  public static final String NOT_REFUNDED_CENTS = "777";

  /** A refund of so many cents takes Stripe some days. */
  public static final String SLOW_CENTS = "420";

  /** A refund of so many cents finds Stripe in trouble the first time. */
  public static final String TROUBLE_CENTS = "313";

  private static final FakeStripe INSTANCE = start();

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, String> sessions = new ConcurrentHashMap<>();
  private final Map<String, Refund> refunds = new ConcurrentHashMap<>();
  private final Map<String, Boolean> troubled = new ConcurrentHashMap<>();
  private final HttpServer server;

  private FakeStripe(HttpServer server) {
    this.server = server;
  }

  /** What somebody asked for. */
  public record Request(String authorization, String idempotencyKey, Map<String, String> form) {}

  private record Refund(String id, Map<String, String> form) {
    String json() {
      return """
      {"id":"%s","object":"refund","amount":%s,"currency":"usd","status":"%s","charge":"ch_%s",
       "payment_intent":"%s","metadata":{"refund_id":"%s","payment_id":"%s"}}\
      """
          .formatted(
              id,
              form.get("amount"),
              SLOW_CENTS.equals(form.get("amount")) ? "pending" : "succeeded",
              form.get("payment_intent"),
              form.get("payment_intent"),
              form.getOrDefault("metadata[refund_id]", ""),
              form.getOrDefault("metadata[payment_id]", ""));
    }
  }

  /** The refunds of a payment intent, as Stripe's own objects, the first first. */
  public static List<String> refundsOf(String intent) {
    return INSTANCE.refunds.values().stream()
        .filter(refund -> intent.equals(refund.form().get("payment_intent")))
        .sorted(java.util.Comparator.comparing(Refund::id))
        .map(Refund::json)
        .toList();
  }

  /** Somebody gives money back on Stripe's own pages. */
  public static String refundAtStripe(String intent, int cents) {
    var refund =
        new Refund(
            "re_own_" + java.util.UUID.randomUUID().toString().replace("-", ""),
            Map.of("payment_intent", intent, "amount", "" + cents));
    INSTANCE.refunds.put(refund.id(), refund);
    return refund.json();
  }

  public static String url() {
    return "http://127.0.0.1:" + INSTANCE.server.getAddress().getPort();
  }

  /** The session that was asked for under that reference. */
  public static Request requestFor(String reference) {
    return INSTANCE.requests.stream()
        .filter(request -> reference.equals(request.form().get("client_reference_id")))
        .findFirst()
        .orElseThrow();
  }

  /** The header that Stripe would send along with the body. */
  public static String signature(long seconds, String body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      var hash = mac.doFinal((seconds + "." + body).getBytes(UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash) + ",v0=ignored";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FakeStripe start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var stripe = new FakeStripe(server);
      server.createContext("/v1/checkout/sessions", stripe::session);
      server.createContext("/v1/refunds", stripe::refund);
      server.setExecutor(
          task -> {
            var thread = new Thread(task, "fake-stripe");
            thread.setDaemon(true);
            thread.start();
          });
      server.start();
      return stripe;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void session(HttpExchange exchange) throws IOException {
    var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    requests.add(new Request(exchange.getRequestHeaders().getFirst("Authorization"), key, form));
    boolean refused = REFUSED_CENTS.equals(form.get("line_items[0][price_data][unit_amount]"));
    String id = sessions.computeIfAbsent(key, first -> "cs_test_" + sessions.size());
    byte[] body =
        (refused
                ? "{\"error\":{\"type\":\"card_error\",\"message\":\"Your account is closed.\"}}"
                : "{\"id\":\"%s\",\"object\":\"checkout.session\",\"payment_status\":\"unpaid\","
                        .formatted(id)
                    + "\"url\":\"https://checkout.stripe.example/c/pay/%s\"}".formatted(id))
            .getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(refused ? 402 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void refund(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      var query = form(exchange.getRequestURI().getRawQuery());
      answer(
          exchange,
          200,
          "{\"object\":\"list\",\"has_more\":false,\"data\":"
              + refundsOf(query.get("charge").substring("ch_".length()))
              + "}");
      return;
    }
    var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String cents = form.get("amount");
    if (NOT_REFUNDED_CENTS.equals(cents)) {
      answer(exchange, 400, "{\"error\":{\"message\":\"Charge has been charged back.\"}}");
    } else if (TROUBLE_CENTS.equals(cents) && troubled.putIfAbsent(key, true) == null) {
      answer(exchange, 503, "trouble");
    } else {
      var made =
          refunds.computeIfAbsent(
              key, first -> new Refund("re_test_%04d".formatted(refunds.size()), form));
      answer(exchange, 200, made.json());
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> URLDecoder.decode(field[0], UTF_8),
                field -> URLDecoder.decode(field[1], UTF_8)));
  }
}
