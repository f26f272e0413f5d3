using RelationalPractice.Administration;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Administration;

public sealed class LeafletTextsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("leaflets-");

    [Theory]
    [InlineData(Audience.ParentCarer)]
    [InlineData(Audience.YoungPerson)]
    public void Load_WhatShips_SaysEverythingALeafletMust(Audience audience)
    {
        var text = LeafletTexts.Load().Find(audience, LeafletTexts.DefaultLanguage)!;

        text.Ways.Ways.Count.ShouldBe(3);
        text.MustAct.Paragraphs!.ShouldHaveSingleItem().ShouldContain("999");
        string.Join(' ', text.Choice.Points!).ShouldContain("do not have to");
        text.IsRightToLeft.ShouldBeFalse();
    }

    [Fact]
    public void Load_AnAuthoritysFolder_AddsItsLanguages()
    {
        Copy("leaflet.parent-carer.ar.json", ("\"en\"", "\"ar\""), ("English", "العربية"));

        var texts = LeafletTexts.Load(_folder.FullName);

        texts.Find(Audience.ParentCarer, "ar")!.IsRightToLeft.ShouldBeTrue();
        texts.Find(Audience.YoungPerson, "ar").ShouldBeNull();
        texts.Of(Audience.ParentCarer).Count.ShouldBe(2);
        texts.Of(Audience.YoungPerson).Count.ShouldBe(1);
    }

    [Fact]
    public void Load_AFileOfTheSameLanguage_TakesThePlaceOfOurs()
    {
        Copy("leaflet.parent-carer.en.json", ("How are things with your social worker?", "Your say"));

        LeafletTexts.Load(_folder.FullName).Find(Audience.ParentCarer, "en")!.Title.ShouldBe("Your say");
    }

    [Theory]
    [InlineData("\"opening\"", "\"opening-words\"")]
    [InlineData("\"en\"", "\"no language at all\"")]
    [InlineData("\"parent-carer\"", "\"grown-ups\"")]
    [InlineData("{", "")]
    public void Load_AFileThatIsNoLeaflet_IsRefusedByItsName(string written, string instead)
    {
        Copy("leaflet.parent-carer.xx.json", (written, instead));

        Should.Throw<LeafletFileException>(() => LeafletTexts.Load(_folder.FullName)).Message.ShouldContain("leaflet.parent-carer.xx.json");
    }

    [Fact]
    public void Load_AFolderThatIsNotThere_IsRefused() =>
        Should.Throw<LeafletFileException>(() => LeafletTexts.Load(Path.Combine(_folder.FullName, "nowhere"))).Message.ShouldContain("nowhere");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Copy(string name, params (string Written, string Instead)[] changes)
    {
        using var seed = typeof(LeafletTexts).Assembly.GetManifestResourceStream("RelationalPractice.Administration.Leaflets.leaflet.parent-carer.en.json")!;
        var json = new StreamReader(seed).ReadToEnd();
        foreach (var (written, instead) in changes)
        {
            json.ShouldContain(written);
            json = json.Replace(written, instead, StringComparison.Ordinal);
        }

        File.WriteAllText(Path.Combine(_folder.FullName, name), json);
    }
}
