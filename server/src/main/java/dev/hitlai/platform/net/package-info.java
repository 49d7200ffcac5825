/** Where strangers may send this server. */
@NullMarked
package dev.hitlai.platform.net;

import org.jspecify.annotations.NullMarked;
