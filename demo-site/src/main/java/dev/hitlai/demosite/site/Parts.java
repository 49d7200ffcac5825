package dev.hitlai.demosite.site;

import java.util.Map;

/** Pieces of a page by name, with the visitor's defects planted in them. */
public interface Parts {
  String part(String name, Map<String, ?> values);
}
