package org.yima.protocol;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's XML parser as a second opinion on what a document says. */
final class JdkXml {
  private JdkXml() {}

  /** The element as the JDK reads it, or empty if it refuses the document. */
  static Optional<Element> read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      var document = builder.parse(new InputSource(new StringReader(xml)));
      return Optional.of(element(document.getDocumentElement()));
    } catch (SAXException refused) {
      return Optional.empty();
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element element(Node node) {
    List<Element> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        children.add(element(child));
      }
    }
    return children.isEmpty()
        ? Element.text(node.getNodeName(), node.getTextContent())
        : Element.of(node.getNodeName(), children);
  }
}
