package dev.hitlai.models.internal.mind;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.hitlai.guard.Guard;
import dev.hitlai.models.ModelAnswer;
import dev.hitlai.models.ModelClient;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelRequest.Part;
import dev.hitlai.models.ModelTask;
import dev.hitlai.models.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A model in this process: answers from the digest of the page, and counts what it is sent. */
final class StubModel implements ModelClient {
  private static final Encoding TOKENS =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

  private final UnaryOperator<String> choice;
  private final List<Integer> sizes = new ArrayList<>();
  private int plans;

  /**
   * @param choice from the page's digest to an answer
   */
  StubModel(UnaryOperator<String> choice) {
    this.choice = choice;
  }

  /** An answer that picks what has this label; none where the page doesn't have it. */
  static String pick(String page, String label) {
    var line =
        Pattern.compile("^(\\d+) \\w+ \"" + Pattern.quote(label), Pattern.MULTILINE).matcher(page);
    return answer(line.find() ? line.group(1) : "", "");
  }

  static String done(String proof) {
    return answer("", proof);
  }

  private static String answer(String number, String proof) {
    return """
    {"ranking":[%s],"why":"It sounds like it.","reached":0,"done":%s,"proof":"%s",\
    "noticed":"nothing"}\
    """
        .formatted(number, !proof.isEmpty(), proof);
  }

  int asked() {
    return plans + sizes.size();
  }

  List<Integer> sizes() {
    return List.copyOf(sizes);
  }

  @Override
  public ModelAnswer ask(ModelRequest request) {
    String text;
    if (request.task() == ModelTask.PLAN) {
      plans++;
      text = "{\"steps\":[\"open the service pages\",\"read what they say of gifts\"]}";
    } else {
      var all = new StringBuilder(request.system()).append(request.schema());
      String page = "";
      for (var part : request.parts()) {
        switch (part) {
          case Part.Text words -> all.append(words.text());
          case Part.Untrusted words -> {
            page = words.text();
            all.append(Guard.fence(words.label(), words.text()));
          }
          case Part.Image _ -> {}
        }
      }
      sizes.add(TOKENS.countTokens(all.toString()));
      text = choice.apply(page);
    }
    return new ModelAnswer(
        request.callId(),
        text,
        "stub:one",
        Tier.EXTERNAL,
        1,
        0,
        1,
        BigDecimal.ZERO,
        Duration.ZERO,
        1,
        false,
        List.of());
  }

  @Override
  public ModelAnswer ask(ModelRequest request, String modelVersionKey) {
    return ask(request);
  }

  @Override
  public ModelAnswer stream(ModelRequest request, String modelVersionKey, Consumer<String> piece) {
    return ask(request);
  }
}
