module dev.anchors.recipes.modules {
    requires dev.anchors.http;
}
