package dev.anchors.testkit.architecture.offending;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;

/** Types that expose library types by what they inherit from types that are not public, or by a protected type. */
public class HiddenAncestors {

    /** Inherits a method. */
    public static class InheritsMethod implements HiddenInterface {}

    /** Inherits a field. */
    public static class InheritsField extends HiddenClass {}

    /** Inherits a library type. */
    public static class InheritsLibraryType extends HiddenStrategy {}

    /** Is visible to subclasses. */
    protected static class ProtectedType {
        /** Exposes a library type. */
        public Header[] headers() {
            return new Header[0];
        }
    }

    interface HiddenInterface {
        default HttpHost host() {
            return new HttpHost("localhost");
        }
    }

    static class HiddenClass {
        protected HttpHost host;
    }

    static class HiddenStrategy extends DefaultConnectionReuseStrategy {}
}
