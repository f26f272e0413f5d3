using Xunit;

namespace RelationalPractice.BrowserTests.Browser;

/// <summary>For what is measured: while these tests run, no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
