package dev.annotron.report;

import java.util.List;
import java.util.Map;

/** Writes the parts of a page, one after another. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Whatever is HTML already. */
  Html raw(String html) {
    text.append(html);
    return this;
  }

  Html heading(String id, String words) {
    text.append("<h2 id=\"").append(id).append("\">").append(Svg.escape(words)).append("</h2>\n");
    return this;
  }

  Html paragraph(String words) {
    text.append("<p>").append(Svg.escape(words)).append("</p>\n");
    return this;
  }

  /** A drawing, which is scrolled if the window is narrower. */
  Html picture(Picture picture) {
    text.append("<div class=\"picture\">").append(picture.inline()).append("</div>\n");
    return this;
  }

  /** Names and values, two to a line. */
  Html values(Map<String, String> values) {
    text.append("<table class=\"values\"><tbody>\n");
    values.forEach(
        (name, value) ->
            text.append("<tr><th scope=\"row\">")
                .append(Svg.escape(name))
                .append("</th><td>")
                .append(Svg.escape(value))
                .append("</td></tr>\n"));
    text.append("</tbody></table>\n");
    return this;
  }

  /** A table whose first line is its head; {@code words} columns hold text, the others numbers. */
  Html table(List<List<String>> lines, int words) {
    text.append("<div class=\"picture\"><table>\n");
    for (int i = 0; i < lines.size(); i++) {
      String tag = i == 0 ? "th" : "td";
      text.append(i == 0 ? "<thead>" : i == 1 ? "<tbody>" : "").append("<tr>");
      for (int column = 0; column < lines.get(i).size(); column++) {
        text.append('<').append(tag).append(column < words ? ">" : " class=\"number\">");
        text.append(Svg.escape(lines.get(i).get(column)));
        text.append("</").append(tag).append('>');
      }
      text.append("</tr>").append(i == 0 ? "</thead>" : "").append('\n');
    }
    text.append(lines.size() > 1 ? "</tbody>" : "").append("</table></div>\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
