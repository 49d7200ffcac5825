/** What templates receive: the page around the content and the values its components draw. */
@NamedInterface("view")
@NullMarked
package dev.hitlai.web.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
