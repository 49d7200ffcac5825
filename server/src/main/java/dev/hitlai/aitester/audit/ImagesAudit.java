package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pictures: alternatives, broken files, dimensions and weight. */
final class ImagesAudit extends ProbeAudit {

  private static final long HEAVY_BYTES = 500_000;

  private final LinkCheck check;
  private final Drawings drawings;
  private final PicturesOfText pictures;

  ImagesAudit(Probes probes, LinkCheck check) {
    super(
        "images",
        Agent.CONTENT_AUDITOR,
        probes,
        List.of(
            on(
                "broken",
                Rule.of("images/broken", Category.CONTENT, Impact.MAJOR, 0.95),
                "Picture {element} is broken",
                "People see an empty frame instead of what they came to see.",
                "Put the file to {src} or correct the address."),
            on(
                "alt",
                Rule.of("images/alt", Category.ACCESSIBILITY, Impact.MAJOR, 0.9).wcag("1.1.1"),
                "The alternative {element} describes nothing",
                "People who listen to a screen reader hear a file name or “image” instead of what"
                    + " is shown.",
                "Say what the picture shows, or use alt=\"\" if it is decoration."),
            on(
                "unspoken",
                Rule.of("images/unspoken", Category.ACCESSIBILITY, Impact.MINOR, 0.75)
                    .wcag("1.1.1"),
                "Picture {element} is hidden from screen readers though it tells something",
                "By its name it is no decoration, and no words around it say what it shows.",
                "Give it an alternative: alt=\"…\" with what it tells here."),
            on(
                "mismatch",
                Rule.of("images/mismatch", Category.ACCESSIBILITY, Impact.MINOR, 0.7).wcag("1.1.1"),
                "The alternative {element} names something else than the file “{file}”",
                "People who listen to a screen reader are told of another picture than the one"
                    + " that is shown.",
                "Say what the picture shows."),
            on(
                "repeated",
                Rule.of("images/repeated", Category.ACCESSIBILITY, Impact.COSMETIC, 0.8)
                    .wcag("1.1.1"),
                "The picture repeats the words next to it: {element}",
                "A screen reader says everything twice.",
                "Use alt=\"\" on a picture whose link or button has the same text."),
            on(
                "same-alt",
                Rule.of("images/same-alt", Category.ACCESSIBILITY, Impact.MINOR, 0.8).wcag("1.1.1"),
                "{count} different pictures have the same alternative {element}",
                "People who listen can't tell them apart.",
                "Say for each picture what is special about it."),
            on(
                "text",
                Rule.of("images/text", Category.ACCESSIBILITY, Impact.MINOR, 0.8)
                    .wcag("1.4.5", "1.1.1"),
                "What {element} says stands in the picture only",
                "“{words}” can't be heard, enlarged, copied, searched or translated.",
                "Write it as text next to the picture, or instead of it."),
            on(
                "painted",
                Rule.of("images/painted", Category.ACCESSIBILITY, Impact.MINOR, 0.75).wcag("1.4.5"),
                "Picture {element} is painted text",
                "It blurs when it is enlarged, keeps its colours and its spacing whatever people"
                    + " need, and isn't translated.",
                "Write it as text and give it its look with a style sheet."),
            on(
                "oversize",
                Rule.of("images/oversize", Category.PERFORMANCE, Impact.MINOR, 0.85),
                "Picture {element} is {natural} px wide but shown at {shown} px",
                "{kilobytes} kB come over the line for detail nobody sees; on slow networks the"
                    + " page waits.",
                "Serve it at twice the shown width at most, with srcset and sizes."),
            on(
                "heavy",
                Rule.of("images/heavy", Category.PERFORMANCE, Impact.MINOR, 0.85),
                "Picture {element} weighs {kilobytes} kB",
                "It takes seconds on slow 4G and eats data volume.",
                "Compress it as WebP or AVIF and serve smaller versions with srcset."),
            on(
                "dimensions",
                Rule.of("images/dimensions", Category.PERFORMANCE, Impact.MINOR, 0.75),
                "Picture {element} has no dimensions",
                "Its place opens up only when it arrives and pushes the text away that is being"
                    + " read.",
                "Add width=\"{width}\" height=\"{height}\" to the img element."),
            on(
                "distorted",
                Rule.of("images/distorted", Category.VISUAL, Impact.COSMETIC, 0.85),
                "Picture {element} is stretched",
                "It is drawn at a ratio of {drawn} instead of {real}, so what it shows looks"
                    + " wrong.",
                "Keep its ratio: height: auto, or object-fit: cover.")));
    this.check = check;
    drawings = new Drawings(check);
    pictures = new PicturesOfText(check);
  }

  /** Pictures that wait below the fold are weighed by asking their server. */
  @Override
  List<Hit> hits(AuditSubject subject) {
    return super.hits(subject).stream()
        .map(hit -> hit.rule().equals("pending") ? weighed(hit) : hit)
        .filter(hit -> !hit.rule().equals("pending"))
        .filter(hit -> !hit.rule().equals("painted") || pictures.isText(hit))
        .flatMap(
            hit -> hit.rule().equals("drawing") ? drawings.written(hit).stream() : Stream.of(hit))
        .toList();
  }

  private Hit weighed(Hit hit) {
    long bytes = check.size(URI.create(hit.word("address")));
    if (bytes < HEAVY_BYTES) {
      return hit;
    }
    return new Hit(
        "heavy",
        hit.selector(),
        hit.signature(),
        hit.identity(),
        hit.label(),
        hit.html(),
        hit.box(),
        Map.of("kilobytes", bytes / 1000, "src", hit.word("src")));
  }
}
