// Never run by itself: dotnet ef finds DesignTimeFactory in this assembly.
return 0;
