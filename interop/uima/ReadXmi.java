import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.StringArrayFS;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Prints what Apache UIMA finds in XMI files, as one JSON object for each annotation: its file, its type, its offsets, the
 * words it covers, and its features. Usage: java ReadXmi.java [TypeSystem.xml FILE.xmi]...
 */
public final class ReadXmi {
  private ReadXmi() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int at = 0; at + 1 < arguments.length; at += 2) {
      for (AnnotationFS each : read(arguments[at], arguments[at + 1]).getAnnotationIndex()) {
        out.println(describe(arguments[at + 1], each));
      }
    }
  }

  private static CAS read(String typeSystem, String xmi) throws Exception {
    TypeSystemDescription types =
        UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(new File(typeSystem)));
    types.resolveImports();
    CAS cas = CasCreationUtils.createCas(types, null, null);
    try (InputStream file = new FileInputStream(xmi)) {
      // Not lenient: a type or feature that TypeSystem.xml does not have is a fault.
      XmiCasDeserializer.deserialize(file, cas, false);
    }
    return cas;
  }

  private static String describe(String file, AnnotationFS annotation) {
    StringBuilder json = new StringBuilder("{\"file\":").append(quote(file));
    json.append(",\"type\":").append(quote(annotation.getType().getName()));
    json.append(",\"begin\":").append(annotation.getBegin()).append(",\"end\":").append(annotation.getEnd());
    json.append(",\"text\":").append(quote(annotation.getCoveredText())).append(",\"features\":{");
    String comma = "";
    for (Feature feature : annotation.getType().getFeatures()) {
      String value = valueOf(annotation, feature);
      if (value == null) continue;
      json.append(comma).append(quote(feature.getShortName())).append(':').append(value);
      comma = ",";
    }
    return json.append("}}").toString();
  }

  private static String valueOf(FeatureStructure structure, Feature feature) {
    if (feature.getRange().isPrimitive()) {
      String value = structure.getFeatureValueAsString(feature);
      return value == null ? null : quote(value);
    }
    FeatureStructure value = structure.getFeatureValue(feature);
    if (value instanceof AnnotationFS) return quote(((AnnotationFS) value).getCoveredText());
    if (!(value instanceof StringArrayFS)) return null;
    StringBuilder list = new StringBuilder("[");
    for (String each : ((StringArrayFS) value).toArray()) {
      list.append(list.length() > 1 ? "," : "").append(quote(each));
    }
    return list.append(']').toString();
  }

  private static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit < ' ' || unit == '"' || unit == '\\') json.append(String.format("\\u%04x", (int) unit));
      else json.append(unit);
    }
    return json.append('"').toString();
  }
}
