using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Administration;
using RelationalPractice.Web.Pages.Links;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Administration;

public sealed class PictureFileTests
{
    private static readonly byte[] Png = QrCode.Png("https://example.org", pixelsPerModule: 2);

    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0x4A, 0x46, 0xFF, 0xC0, 0, 11, 8, 0, 40, 0, 120, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9,
    ];

    [Fact]
    public void Read_Png_IsKnownWithItsSize()
    {
        var picture = PictureFile.Read(Png)!;

        picture.ContentType.ShouldBe("image/png");
        picture.Width.ShouldBe(picture.Height);
        picture.Width.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Read_Jpeg_IsKnownWithItsSize() => PictureFile.Read(Jpeg).ShouldBe(new PictureFile("image/jpeg", 120, 40));

    [Fact]
    public void Read_HalfAFile_IsNone()
    {
        PictureFile.Read(Png.AsSpan(0, Png.Length / 2)).ShouldBeNull();
        PictureFile.Read(Jpeg.AsSpan(0, Jpeg.Length - 1)).ShouldBeNull();
        PictureFile.Read([]).ShouldBeNull();
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("GIF89a")]
    public void Read_WhatIsNoPngOrJpeg_IsNone(string content) => PictureFile.Read(Encoding.ASCII.GetBytes(content)).ShouldBeNull();

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(PictureFile.SideMax, true)]
    [InlineData(PictureFile.SideMax + 1, false)]
    public void Read_ItsWidth_HasALimit(int width, bool isRead)
    {
        var wide = Png.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(wide.AsSpan(16), width);

        (PictureFile.Read(wide) is not null).ShouldBe(isRead);
    }

    [Fact]
    public void Read_AnythingThatBeginsAsAJpeg_Ends() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var file = (byte[])[0xFF, 0xD8, 0xFF, .. bytes, 0xFF, 0xD9];
            return PictureFile.Read(file) is null or { Width: > 0, Height: > 0 };
        }).QuickCheckThrowOnFailure();
}
