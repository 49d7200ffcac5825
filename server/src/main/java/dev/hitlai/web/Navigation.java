package dev.hitlai.web;

import dev.hitlai.web.view.NavigationItem;
import java.util.List;

/** A module's entries of the side navigation; a module offers a bean of it when it has pages. */
public interface Navigation {
  List<NavigationItem> items();
}
