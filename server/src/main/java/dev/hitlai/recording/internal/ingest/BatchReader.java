package dev.hitlai.recording.internal.ingest;

import dev.hitlai.recording.internal.ingest.Batch.SessionMeta;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a batch once, from front to back, and writes its events as rows while it reads.
 * Whatever isn't as it should be is refused with what is wrong; nothing is guessed.
 */
final class BatchReader {
  private static final int VERSION = 1;
  private static final int MOST_EVENTS = 50_000;
  private static final long DAY = 86_400_000L;

  /** Open pages live long; what is older was kept by a browser for more than the week it may. */
  private static final long OLDEST = 40 * DAY;

  private static final long AHEAD = 60_000;

  /** Names under which somebody would send what was typed. */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "value",
          "val",
          "values",
          "text_value",
          "textvalue",
          "field_value",
          "fieldvalue",
          "input_value",
          "inputvalue",
          "password",
          "passwd",
          "pwd");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(60)
                  .maxStringLength(4_000_000)
                  .maxNumberLength(40)
                  .build())
          .build();

  private static final JsonMapper META = JsonMapper.builder().build();

  private final Batch batch;
  private final JsonParser parser;
  private final Fields fields = new Fields();
  private @Nullable Long version;
  private @Nullable Long start;
  private boolean hasPage;

  private BatchReader(Batch batch, JsonParser parser) {
    this.batch = batch;
    this.parser = parser;
  }

  /**
   * Fills the batch.
   *
   * @throws dev.hitlai.api.ApiProblem 400 when it isn't JSON, 422 when it isn't what is agreed on
   */
  static void read(Batch batch, byte[] body, int length) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), body, 0, length)) {
      new BatchReader(batch, parser).read();
    } catch (JacksonException e) {
      throw Refused.unreadable("The body is not JSON that can be read: " + e.getOriginalMessage());
    }
  }

  private void read() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw Refused.unreadable("The body must be an object.");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "v" -> version = whole("v");
        case "p" -> page();
        case "t0" -> start();
        case "m" -> meta();
        case "e" -> events();
        case "r" -> replay();
        default -> throw Refused.content("\"%s\" is no part of a batch.".formatted(cut(name)));
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw Refused.unreadable("The body must be one object and nothing behind it.");
    }
    ready();
  }

  private long ready() {
    if (version == null || version != VERSION || !hasPage || start == null) {
      throw Refused.content(
          "A batch begins with \"v\": 1, the page view \"p\" and its start \"t0\".");
    }
    if (batch.lastMillis == 0) {
      batch.saw(start);
    }
    return start;
  }

  private void page() {
    batch.pageId = uuid(text("p"), "p");
    hasPage = true;
  }

  private void start() {
    long corrected = whole("t0") + batch.skewMillis;
    check(corrected);
    start = corrected;
  }

  private void check(long time) {
    long now = batch.receivedAt.toEpochMilli();
    if (time < now - OLDEST || time > now + AHEAD) {
      throw Refused.content(
          "A time lies %s, also after the clock was corrected by %d s."
              .formatted(
                  time > now ? "in the future" : "more than 40 days back",
                  batch.skewMillis / 1000));
    }
  }

  private void meta() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw Refused.content("\"m\" must be an object.");
    }
    long begun = ready();
    var all = new LinkedHashMap<String, Object>();
    object(all);
    String url = text(all, "u", 4000);
    checkHost(url);
    int width = number(all, "vw", 100_000);
    int height = number(all, "vh", 100_000);
    double ratio = all.get("dpr") instanceof Number n ? Math.clamp(n.doubleValue(), 0.01, 99) : 1;
    int number = number(all, "pn", 1_000_000);
    var page = batch.page(begun);
    page.url = url;
    page.title = text(all, "ti", 500);
    page.referrer = text(all, "r", 4000);
    page.navigation = text(all, "nt", 20);
    page.viewportWidth = width;
    page.viewportHeight = height;
    page.pixelRatio = ratio;
    page.pageNumber = number;
    long session = all.get("ss") instanceof Number n ? n.longValue() + batch.skewMillis : begun;
    var kept = new LinkedHashMap<String, Object>(all);
    kept.keySet().retainAll(Set.of("sw", "sh", "l", "tz", "b", "td", "ver", "mk", "r", "nt"));
    batch.meta =
        new SessionMeta(
            number,
            url,
            width,
            height,
            ratio,
            number(all, "td", 1) == 1,
            number(all, "c", 1) == 1,
            number(all, "rp", 1) == 1,
            session,
            META.writeValueAsString(kept));
  }

  /** A run's key records the site under test, not where else the tester goes. */
  private void checkHost(@Nullable String url) {
    String host = batch.sender.host();
    if (host == null || url == null) {
      return;
    }
    String shown;
    try {
      // Placeholders of values are no part of an address.
      shown = URI.create(url.replaceAll("[?#].*", "")).getHost();
    } catch (IllegalArgumentException none) {
      shown = null;
    }
    if (shown == null || !isOf(shown.toLowerCase(Locale.ROOT), host)) {
      throw new dev.hitlai.api.ApiProblem(
          dev.hitlai.api.ErrorCode.FORBIDDEN, "This key records pages of " + host + " only.");
    }
  }

  private static boolean isOf(String shown, String host) {
    return shown.equals(host) || shown.endsWith("." + host);
  }

  private void events() {
    long base = ready();
    expect(JsonToken.START_ARRAY, "e");
    var rows = new EventRows(batch, base);
    long at = base;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_ARRAY, "e");
      readFields();
      if (fields.count() < 2) {
        throw Refused.content("An event begins with its kind and the time since the last one.");
      }
      at += fields.needed(1, 0, OLDEST);
      check(at);
      batch.saw(at);
      if (++batch.events > MOST_EVENTS) {
        throw Refused.content("A batch holds at most " + MOST_EVENTS + " events.");
      }
      rows.write((int) fields.needed(0, 0, 99), at, fields);
    }
  }

  private void readFields() {
    fields.clear();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      switch (token) {
        case VALUE_STRING -> fields.add(parser.getString());
        case VALUE_NUMBER_INT -> fields.add(integer());
        case VALUE_NUMBER_FLOAT -> fields.add(parser.getDoubleValue());
        case VALUE_NULL -> fields.add(null);
        case START_ARRAY -> fields.add(numbers());
        case START_OBJECT -> {
          if (fields.count() != 2 || fields.needed(0, 0, 99) != 1) {
            throw Refused.content("Only figures of a page come as an object.");
          }
          var figures = new LinkedHashMap<String, Object>();
          object(figures);
          fields.add(figures);
        }
        case null, default -> throw Refused.content("An event holds numbers and texts only.");
      }
    }
  }

  private Long integer() {
    try {
      return parser.getLongValue();
    } catch (JacksonException e) {
      throw Refused.content("A number is too large.");
    }
  }

  private int[] numbers() {
    var numbers = new int[96];
    int count = 0;
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == JsonToken.VALUE_NULL) {
        continue;
      }
      if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
        throw Refused.content("A list in an event holds numbers only.");
      }
      double number = parser.getDoubleValue();
      if (Math.abs(number) > Integer.MAX_VALUE) {
        throw Refused.content("A number is too large.");
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = (int) Math.round(number);
    }
    return Arrays.copyOf(numbers, count);
  }

  /** A small object of texts and numbers; one level of objects inside. */
  private void object(Map<String, Object> into) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = allowed(parser.currentName());
      switch (parser.nextToken()) {
        case VALUE_STRING -> into.put(name, Fields.cut(parser.getString(), 4000));
        case VALUE_NUMBER_INT -> into.put(name, integer());
        case VALUE_NUMBER_FLOAT -> into.put(name, parser.getDoubleValue());
        case VALUE_NULL -> {}
        case START_OBJECT -> {
          var inner = new LinkedHashMap<String, Object>();
          object(inner);
          into.put(name, inner);
        }
        case null, default ->
            throw Refused.content("\"%s\" must be a text or a number.".formatted(cut(name)));
      }
    }
  }

  private void replay() {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    ready();
    expect(JsonToken.START_ARRAY, "r");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_ARRAY, "r");
      operation();
    }
  }

  private void operation() {
    int depth = 1;
    int place = 0;
    boolean input = false;
    while (depth > 0) {
      var token = parser.nextToken();
      switch (token) {
        case START_ARRAY, START_OBJECT -> {
          if (depth == 1) {
            checkInput(input, place++, token);
          }
          depth++;
        }
        case END_ARRAY, END_OBJECT -> depth--;
        case PROPERTY_NAME -> allowed(parser.currentName());
        case null -> throw Refused.unreadable("The body ends too early.");
        default -> {
          if (depth == 1) {
            if (place == 0) {
              long code = token == JsonToken.VALUE_NUMBER_INT ? integer() : -1;
              batch.snapshot |= code == 1;
              input = code == 7;
            }
            checkInput(input, place++, token);
          }
        }
      }
    }
  }

  /** The state of an input is told by numbers: what was typed would be a text. */
  private static void checkInput(boolean input, int place, JsonToken token) {
    if (input && token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NULL) {
      throw Refused.content("The state of an input must not carry what was typed.");
    }
  }

  private static String allowed(String name) {
    if (FORBIDDEN.contains(name.toLowerCase(Locale.ROOT))) {
      throw Refused.content("\"%s\": what people type is never recorded.".formatted(cut(name)));
    }
    return name;
  }

  private void expect(JsonToken token, String part) {
    if (parser.currentToken() != token) {
      throw Refused.content("\"%s\" must be a list of lists.".formatted(part));
    }
  }

  private long whole(String name) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return integer();
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      return Math.round(parser.getDoubleValue());
    }
    throw Refused.content("\"%s\" must be a number.".formatted(name));
  }

  private String text(String name) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw Refused.content("\"%s\" must be a text.".formatted(name));
    }
    return parser.getString();
  }

  private static @Nullable String text(Map<String, Object> all, String name, int most) {
    return all.get(name) instanceof String text ? Fields.cut(text, most) : null;
  }

  private static int number(Map<String, Object> all, String name, int most) {
    return all.get(name) instanceof Number number
        ? (int) Math.clamp(number.doubleValue(), 0, most)
        : 0;
  }

  private static UUID uuid(String text, String name) {
    try {
      if (text.length() == 36) {
        return UUID.fromString(text);
      }
    } catch (IllegalArgumentException none) {
      // said below
    }
    throw Refused.content("\"%s\" must be a UUID.".formatted(name));
  }

  private static String cut(String name) {
    return Fields.cut(name, 40);
  }
}
