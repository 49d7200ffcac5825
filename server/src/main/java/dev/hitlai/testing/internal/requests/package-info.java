/** What a company asks for: the request, its checks, its completeness. */
@NullMarked
package dev.hitlai.testing.internal.requests;

import org.jspecify.annotations.NullMarked;
