package dev.hitlai.demosite.site;

import dev.hitlai.demosite.http.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A site's own files: templates are parsed once, the rest is read as it is. */
public final class Templates {

  private final Class<?> home;
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();

  /** The files lie beside this class. */
  public Templates(Class<?> home) {
    this.home = home;
  }

  public Template page(String name) {
    return file("pages/" + name + ".html")
        .orElseThrow(() -> new IllegalArgumentException("No template " + name));
  }

  public Optional<Template> file(String path) {
    Template known = parsed.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Template> template =
        bytes(path)
            .map(
                bytes ->
                    Template.parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
    template.ifPresent(found -> parsed.put(path, found));
    return template;
  }

  public Optional<byte[]> bytes(String path) {
    try (InputStream in = home.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
