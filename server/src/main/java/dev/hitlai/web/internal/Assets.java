package dev.hitlai.web.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The stylesheet, scripts and pictures of the design system. All of them are served below one
 * prefix that is a hash of their content, so browsers may keep them for ever, and the relative
 * imports of ES modules stay inside that prefix.
 */
@Component
class Assets {
  static final String LOCATION = "classpath:/static/assets/";
  private static final String HTMX =
      "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

  private final Resource htmx;
  private final String version;

  Assets() {
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      Resource[] found = resolver.getResources(HTMX);
      if (found.length != 1) {
        throw new IllegalStateException(
            "expected one htmx on the class path, found " + found.length);
      }
      this.htmx = found[0];
      this.version = hash(resolver.getResources("classpath:/static/assets/**/*.*"), htmx);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where every asset is served, ending in a slash. */
  String prefix() {
    return "/assets/" + version + "/";
  }

  Resource htmx() {
    return htmx;
  }

  private static String hash(Resource[] assets, Resource htmx) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      // Sorted, because folders list their files in another order on another machine.
      Arrays.sort(assets, Comparator.comparing(Resource::getDescription));
      for (Resource asset : assets) {
        digest.update(asset.getContentAsByteArray());
      }
      digest.update(htmx.getContentAsByteArray());
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
