package dev.hitlai.api.internal;

import dev.hitlai.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies below {@code /api} that are too large, announced or not. */
@Component
class BodyLimitFilter extends OncePerRequestFilter {
  private final Problems problems;
  private final long maximum;
  private final long maximumPicture;

  BodyLimitFilter(Problems problems, ApiSettings settings) {
    this.problems = problems;
    this.maximum = settings.maximumBody().toBytes();
    this.maximumPicture = settings.maximumPicture().toBytes();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long most = request.getRequestURI().endsWith("/screenshots") ? maximumPicture : maximum;
    if (request.getContentLengthLong() > most) {
      problems.answer(request, response, BodyTooLarge.problem());
      return;
    }
    chain.doFilter(
        request.getContentLengthLong() >= 0 ? request : bounded(request, most), response);
  }

  private static HttpServletRequest bounded(HttpServletRequest request, long most) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream(), most);
      }

      @Override
      public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
      }
    };
  }

  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream body;
    private long left;

    Bounded(ServletInputStream body, long maximum) {
      this.body = body;
      this.left = maximum;
    }

    @Override
    public int read() throws IOException {
      int read = body.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = body.read(target, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws BodyTooLarge {
      left -= read;
      if (left < 0) {
        throw new BodyTooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
